import SpecYAML
@_spi(Generated) import WaybillRuntime

struct PathFormRule: LocalRule {
    let id = "path"
    let summary = "A path begins at the root or at the client's URL and holds only what paths have."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let bases = context.spec.clients.compactMap(\.value.basePath).filter {
            $0.value.hasPrefix("/") && $0.value != "/"
        }
        let tokens = context.spec.clients.flatMap(\.value.auth.each).compactMap(\.token?.path)
        let paths = tokens + context.spec.resources.flatMap(\.operations).map(\.value.path)
        let faults = bases.map { ($0, fault(inBase: $0.value)) } + paths.map { ($0, fault(in: $0.value)) }
        for (path, fault) in faults {
            if let fault { diagnostics.error(id, message(path.value, fault), at: path.location) }
        }
    }

    private func fault(inBase path: String) -> String? {
        fault(in: path) ?? (path.hasSuffix("/") ? "leave out the slash at the end" : nil)
    }

    private func fault(in path: String) -> String? {
        if path.contains("://") {
            return "write the path alone, and name another host with 'host', one of the client's 'hosts'"
        }
        guard path == "." || ["/", "./", "../"].contains(where: path.hasPrefix) else {
            return "begin it with '/', './' or '../', or write '.' for the client's URL itself"
        }
        let template = TextTemplate(path)
        guard template.isBalanced else { return "close every '{' with a '}'" }
        guard template.literal.utf8.allSatisfy(isPlain) else {
            return "leave out the query, the fragment and what paths do not have; 'query:' holds the parameters"
        }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if segments.dropLast().contains("") || segments.contains(where: { $0 == "." || $0 == ".." }) {
            return "leave out empty segments and dot segments"
        }
        return nil
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~/%:@!$&'()*+,;=".utf8.contains(byte)
        }
    }
}

// MARK: - Messages

extension PathFormRule {
    private func message(_ path: String, _ fix: String) -> String {
        "\(SpecText.quoted(path)) is no path; \(fix)"
    }
}
