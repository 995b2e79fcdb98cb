public import WaybillJSON

/// A path into JSON: names of members, and places in lists counted from 0, with dots between them.
///
/// The empty path is the value itself. In a list a number is a place, in an object the name of a member.
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
        keys = Array(text.utf8).split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
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
        keys.reduce(root) { value, key in Self.place(key).flatMap { value?[$0] } ?? value?[key] }
    }

    /// The place in a list that a part of a path means; nil where it can be a name alone.
    public static func place(_ key: some StringProtocol) -> Int? {
        let isNumber = key.utf8.count < 10 && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
        // One number has one spelling: `01` is a name.
        return isNumber && (key == "0" || !key.hasPrefix("0")) ? Int(key) : nil
    }
}
