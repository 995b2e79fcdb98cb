import Sandbox

/// A delivery as a command for a POSIX shell.
struct CurlCommand {
    let text: String

    /// Nil where the body is no UTF-8, or has a NUL, which no argument can have.
    init?(_ message: WebhookMessage, url: String) {
        guard let body = String(validating: message.body, as: UTF8.self), !message.body.contains(0) else { return nil }
        var lines = ["curl -i -X POST \(Self.quoted(url))"]
        lines += message.headers.map { "-H \(Self.quoted("\($0.name): \($0.value)"))" }
        lines.append("--data-raw \(Self.quoted(body))")
        text = lines.joined(separator: " \\\n  ")
    }

    /// In single quotes, where nothing but a single quote means anything (POSIX.1-2024, XCU 2.2.2).
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
