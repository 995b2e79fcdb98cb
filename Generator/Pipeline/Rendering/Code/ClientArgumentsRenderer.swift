/// Writes the types of a client's arguments: its servers, and the paths that a user can replace.
struct ClientArgumentsRenderer {
    let client: ResolvedClient

    /// The types, each with an empty line after it.
    func writeTypes(to writer: inout SwiftWriter) {
        if case .servers(let servers) = client.address, !servers.isEmpty {
            writeServers(servers, to: &writer)
            writer.blank()
        }
        if !client.overridablePaths.isEmpty {
            writePaths(to: &writer)
            writer.blank()
        }
    }

    private func writeServers(_ servers: [ResolvedServer], to writer: inout SwiftWriter) {
        writer.doc("Where the API is served.")
        writer.block("public enum Server: String, Sendable, Hashable, CaseIterable") { writer in
            for server in servers {
                writer.doc(DocComment("`\(server.url)`", or: "", isSentence: false))
                writer.line("case \(server.identifier) = \(literal: server.url)")
            }
        }
    }

    private func writePaths(to writer: inout SwiftWriter) {
        var comment = DocComment("Paths to use in place of the known ones, should the service have others.", or: "")
        comment.add(
            """
            `/x/{y}` begins at the root of the host, `./x/{y}` below the client's URL, `../x/{y}` beside that URL's last segment, \
            and `.` is that URL itself; the placeholders in braces are those of the known path.
            """
        )
        writer.doc(comment)
        writer.block("public struct Paths: Sendable, Hashable") { writer in
            for path in client.overridablePaths {
                var comment = DocComment(path.operation.about, or: "Of `\(path.operation.id)`.")
                comment.add("Known as `\(path.operation.path)`.")
                writer.doc(comment)
                writer.line("public var \(path.identifier): String?")
            }
            writer.blank()
            writer.doc("Makes a set of paths; nil keeps the known one.")
            let parameters = client.overridablePaths.map {
                SwiftLayout.code("\(parameter: $0.identifier): String? = nil")
            }
            writer.block(SwiftLayout.call("public init", parameters)) { writer in
                for path in client.overridablePaths {
                    writer.line("self.\(member: path.identifier) = \(path.identifier)")
                }
            }
            writer.blank()
            writer.block("var replaced: [String: String]") { writer in
                writer.line("var replaced: [String: String] = [:]")
                for path in client.overridablePaths {
                    writer.line("replaced[\(literal: path.identifier.text)] = self.\(member: path.identifier)")
                }
                writer.line("return replaced")
            }
        }
    }
}
