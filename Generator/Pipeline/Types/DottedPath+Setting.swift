@_spi(Generated) public import WaybillJSON
@_spi(Generated) public import WaybillRuntime

/// What a spec and its sandbox ask of the runtime's paths.
@_spi(Generated)
extension DottedPath {
    /// Whether a text names members with dots between them, and no name is empty.
    public static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty && DottedPath(text).text == text
    }

    /// Sets what stands there, making objects on the way; nil removes it.
    public func set(_ value: JSONValue?, in root: inout JSONValue) {
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
