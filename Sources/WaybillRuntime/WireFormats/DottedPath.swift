public import WaybillJSON

/// A path into JSON: names of members with dots between them.
///
/// The empty path is the value itself.
@_spi(Generated)
public struct DottedPath: Sendable, Hashable {
    /// The names, from the outside in.
    public let keys: [String]

    /// Takes names, whatever characters they have.
    public init(keys: [String]) {
        self.keys = keys
    }

    /// Takes a path as it is written, such as `error.message`; an empty name is left out.
    public init(_ text: some StringProtocol) {
        keys = text.split(separator: ".").map { String($0) }
    }

    /// Takes a path as an envelope writes it: `none` is the whole body.
    public init(envelope text: String) {
        self.init(text == "none" ? "" : text)
    }

    /// The path as it is written.
    public var text: String { keys.joined(separator: ".") }

    /// Whether it is the value itself.
    public var isEmpty: Bool { keys.isEmpty }

    /// What stands there; nil where a part of the path is missing.
    public func value(in root: JSONValue?) -> JSONValue? {
        keys.reduce(root) { $0?[$1] }
    }
}
