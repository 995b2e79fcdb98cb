public import WaybillJSON

/// Writes an object of JSON as the fields of a form.
///
/// Texts, numbers and truth values stand as they do in JSON, texts without their quotes. A form has no null, no empty list
/// and no empty object: such a member is left out.
@_spi(Generated)
public struct FormWriter {
    private let notation: FormNotation
    private var fields: [(name: String, value: String)] = []

    private init(_ notation: FormNotation) {
        self.notation = notation
    }

    /// The text of a form with an object's members, in their order.
    /// - Throws: The first value that the notation has no place for.
    public static func text(of object: JSONObject, as notation: FormNotation) throws(FormFault) -> String {
        FormText.text(of: try fields(of: object, as: notation))
    }

    /// The fields of an object's members, in their order.
    /// - Throws: The first value that the notation has no place for.
    public static func fields(
        of object: JSONObject,
        as notation: FormNotation
    ) throws(FormFault) -> [(name: String, value: String)] {
        var writer = FormWriter(notation)
        try writer.write(object, name: "", path: "")
        return writer.fields
    }

    /// The fields of one value under a name: none, one, or as many as a list or an object has.
    /// - Parameter path: The place of the value, from which the fault's own place goes on.
    /// - Throws: The first value that the notation has no place for.
    public static func fields(
        of value: JSONValue,
        named name: String,
        at path: String,
        as notation: FormNotation
    ) throws(FormFault) -> [(name: String, value: String)] {
        var writer = FormWriter(notation)
        try writer.write(value, name: name, path: path)
        return writer.fields
    }

    private mutating func write(_ object: JSONObject, name: String, path: String) throws(FormFault) {
        for (key, value) in object {
            let place = path.isEmpty ? key : "\(path).\(key)"
            if let fault = notation.fault(inName: key) { throw FormFault(path: place, reason: fault) }
            try write(value, name: notation.name(of: key, in: name), path: place)
        }
    }

    private mutating func write(_ value: JSONValue, name: String, path: String) throws(FormFault) {
        switch value {
        case .null: break
        case .object(let members): try write(members, name: name, path: path)
        case .array(let elements) where notation.lists == .comma: try writeJoined(elements, name: name, path: path)
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try write(element, at: index, of: name, path: "\(path)[\(index)]")
            }
        case .string, .number, .bool: fields.append((name, Self.text(value)))
        }
    }

    /// Writes one element of a list.
    ///
    /// One that writes nothing is refused: those behind it would take its place.
    private mutating func write(_ value: JSONValue, at index: Int, of list: String, path: String) throws(FormFault) {
        if notation.lists != .indexed { try checkSingle(value, path: path) }
        let count = fields.count
        try write(value, name: notation.name(ofElement: index, in: list), path: path)
        if fields.count == count { throw FormFault(path: path, reason: "must not be empty inside a list of a form") }
    }

    private mutating func writeJoined(_ elements: [JSONValue], name: String, path: String) throws(FormFault) {
        for (index, element) in elements.enumerated() {
            let place = "\(path)[\(index)]"
            try checkSingle(element, path: place)
            let text = Self.text(element)
            if text.utf8.contains(UInt8(ascii: ",")) {
                throw FormFault(path: place, reason: "must not contain a comma")
            }
            if text.allSatisfy(\.isWhitespace) { throw FormFault(path: place, reason: "must not be blank") }
        }
        if !elements.isEmpty { fields.append((name, elements.map(Self.text).joined(separator: ","))) }
    }

    private func checkSingle(_ element: JSONValue, path: String) throws(FormFault) {
        switch element {
        case .string, .number, .bool: break
        case .null, .array, .object:
            throw FormFault(path: path, reason: "must be text, a number or a truth value, as all in lists of this form")
        }
    }

    private static func text(_ value: JSONValue) -> String { value.stringValue ?? value.description }
}
