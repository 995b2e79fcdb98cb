/// Where an API's error bodies have what they say.
///
/// Paths are dotted (`error.message`) and tried in order.
@_spi(Generated)
public struct ErrorPaths: Sendable {
    let message: [[String]]
    let code: [[String]]
    let details: [[String]]

    /// Makes a description of error bodies.
    /// - Parameters:
    ///   - message: A string wins; a list of strings, or of objects with a `message`, is joined with semicolons.
    ///   - code: A string or a whole number wins.
    ///   - details: Anything but null wins.
    public init(message: [String] = ["message"], code: [String] = [], details: [String] = []) {
        self.message = message.map(Self.keys)
        self.code = code.map(Self.keys)
        self.details = details.map(Self.keys)
    }

    private static func keys(_ path: String) -> [String] {
        path.split(separator: ".").map(String.init)
    }
}
