import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@_spi(Generated)
extension ClientCore {
    /// Shows a request as a `curl` command, with every credential and signature masked.
    ///
    /// Keys, ids and times that are made for a call are made anew for the command. A body that is no text is piped into it.
    /// - Throws: The report of arguments that were refused.
    public func curl<Client, Value>(_ request: APIRequest<Client, Value>) throws(FailureReport) -> String {
        let prepared = try fill(request.draft, CallOptions())
        let isSigned = prepared.isAuthenticated
        let query = (isSigned ? signer.maskedQuery : []).map { "\(PercentEncoding.encode($0.name))=\($0.value)" }
        let mark = query.isEmpty ? "" : prepared.url.contains("?") ? "&" : "?"
        let url = prepared.url + mark + query.joined(separator: "&")
        var parts = ["curl -X \(prepared.record.method) \(Self.quoted(url))"]
        for (name, value) in isSigned ? signer.maskedHeaders : [] {
            parts.append("-H \(Self.quoted("\(name): \(value)"))")
        }
        for field in prepared.headers {
            parts.append("-H \(Self.quoted("\(field.name.rawName): \(field.value)"))")
        }
        guard let body = prepared.body else { return parts.joined(separator: " \\\n  ") }
        if let text = body.bytes.flatMap({ String(validating: $0, as: UTF8.self) }), !text.contains("\0") {
            parts.append("--data-binary \(Self.quoted(text))")
        } else {
            parts.append("--data-binary @-")
            let bytes = body.bytes.map { BodyContent($0) } ?? body
            let commands = bytes.pieces.map(Self.command)
            let source = commands.count == 1 ? commands[0] : "{ " + commands.joined(separator: "; ") + "; }"
            parts[0] = "\(source) | " + parts[0]
        }
        return parts.joined(separator: " \\\n  ")
    }

    /// The command that prints a piece of a body.
    private static func command(_ piece: BodyContent.Piece) -> String {
        switch piece {
        case .bytes(let bytes): "base64 -d <<< \(Data(bytes).base64EncodedString())"
        case .file(let file): "cat \(quoted(file.path))"
        }
    }

    /// A word for the shell: between single quotes nothing but their own kind has a meaning.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
