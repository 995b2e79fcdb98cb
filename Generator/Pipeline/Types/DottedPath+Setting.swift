@_spi(Generated) public import WaybillJSON
@_spi(Generated) public import WaybillRuntime

/// What a spec and its sandbox ask of the runtime's paths.
@_spi(Generated)
extension DottedPath {
    /// Whether a text names members with dots between them, and no name is empty.
    public static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty && DottedPath(text).text == text
    }

    /// Sets what stands there, making objects and lists on the way; nil removes it.
    public func set(_ value: JSONValue?, in root: inout JSONValue) {
        Self.set(value, at: keys[...], in: &root)
    }

    private static func set(_ value: JSONValue?, at keys: ArraySlice<String>, in root: inout JSONValue) {
        guard let key = keys.first else {
            root = value ?? .null
            return
        }
        if var elements = root.arrayValue, let place = DottedPath.place(key) {
            set(value, at: keys.dropFirst(), below: place, in: &elements)
            root = .array(elements)
            return
        }
        var object = root.objectValue ?? [:]
        if keys.count == 1 {
            object[key] = value
        } else if value != nil || object[key] != nil {
            // What is not there yet becomes a list where the path asks for its first element.
            var member = object[key] ?? (keys.dropFirst().first == "0" ? .array([]) : .object([:]))
            set(value, at: keys.dropFirst(), in: &member)
            object[key] = member
        }
        root = .object(object)
    }

    /// An element that is removed leaves null, so that those behind it stay where they are; none is made out of the row.
    private static func set(
        _ value: JSONValue?,
        at keys: ArraySlice<String>,
        below place: Int,
        in elements: inout [JSONValue]
    ) {
        if place == elements.count, value != nil { elements.append(.null) }
        if elements.indices.contains(place) { set(value, at: keys, in: &elements[place]) }
    }
}
