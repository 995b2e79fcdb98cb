@_spi(Generated) package import WaybillJSON

/// A path into JSON: names of members with dots between them.
///
/// The empty path is the value itself.
package struct DottedPath: Sendable, Hashable {
    /// The names, from the outside in.
    package let keys: [String]

    /// Takes names, whatever characters they have.
    package init(keys: [String]) {
        self.keys = keys
    }

    /// Takes a path as the spec writes it.
    package init(_ text: String) {
        keys = text.split(separator: ".").map(String.init)
    }

    /// Whether a text names members with dots between them, and no name is empty.
    static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty && !text.split(separator: ".", omittingEmptySubsequences: false).contains(where: \.isEmpty)
    }

    /// The path as the spec writes it.
    package var text: String { keys.joined(separator: ".") }

    /// Whether it is the value itself.
    package var isEmpty: Bool { keys.isEmpty }

    /// What stands there; nil where a part of the path is missing.
    package func value(in root: JSONValue?) -> JSONValue? {
        keys.reduce(root) { $0?[$1] }
    }

    /// Sets what stands there, making objects on the way; nil removes it.
    package func set(_ value: JSONValue?, in root: inout JSONValue) {
        Self.set(value, at: keys[...], in: &root)
    }

    private static func set(_ value: JSONValue?, at keys: ArraySlice<String>, in root: inout JSONValue) {
        guard let key = keys.first else {
            root = value ?? .null
            return
        }
        var object = root.objectValue ?? [:]
        if keys.count == 1 {
            object[key] = value
        } else if value != nil || object[key] != nil {
            var member = object[key] ?? .object([:])
            set(value, at: keys.dropFirst(), in: &member)
            object[key] = member
        }
        root = .object(object)
    }
}
