import Pipeline
import WaybillJSON

/// Whether a value is of one of the dialect's own types.
enum PrimitiveCheck {
    /// What is wrong with the value; nil where nothing is.
    static func problem(of value: JSONValue, _ type: TypeExpression.Primitive) -> String? {
        holds(value, type) ? nil : "must be " + description(of: type)
    }

    /// The type in words.
    static func description(of type: TypeExpression.Primitive) -> String {
        switch type {
        case .string: "a string"
        case .int: "a whole number"
        case .double: "a number"
        case .bool: "true or false"
        case .decimal: "a decimal number"
        case .timestamp: "a time such as 2026-05-01T03:38:07Z"
        case .id: "a string or a whole number"
        case .json: "a JSON value"
        case .object: "an object"
        case .epoch: "seconds since 1970"
        case .english: "a time such as Sep 23, 2024, 8:20:01 PM"
        case .textBool: "true or false, or the word for it"
        case .textInt: "a whole number, or its digits in a text"
        case .commaList: "a text with commas between its elements, or a list of texts"
        }
    }

    /// A text of the path, the query or a header as the value that it stands for; nil where it is none of the type.
    static func value(of text: String, _ type: TypeExpression) -> JSONValue? {
        guard case .primitive(let primitive) = type.unwrapped else { return .string(text) }
        switch primitive {
        case .int, .double, .decimal: return JSONNumber(text: text).map { .number($0) }
        case .bool: return ["true": true, "false": false][text].map { .bool($0) }
        default: return .string(text)
        }
    }

    /// The value as its constraints see it: numbers in texts as numbers, and texts with commas as lists.
    static func plain(_ value: JSONValue, _ type: TypeExpression?) -> JSONValue {
        guard case .primitive(let primitive)? = type?.unwrapped, let text = value.stringValue else { return value }
        switch primitive {
        case .decimal, .epoch, .textInt: return JSONNumber(text: text).map { .number($0) } ?? value
        case .commaList: return elements(of: value).map { .array($0) } ?? value
        default: return value
        }
    }

    /// The elements of a list that may stand in one text; nil where the value is neither.
    static func elements(of value: JSONValue) -> [JSONValue]? {
        if let elements = value.arrayValue { return elements.allSatisfy { $0.stringValue != nil } ? elements : nil }
        return value.stringValue?.split(separator: ",").map { part in
            .string(part.split(separator: " ").joined(separator: " "))
        }
    }

    private static func wholeNumber(_ value: JSONValue) -> Int? {
        value.intValue ?? value.stringValue.flatMap { Int($0) }
    }

    private static func holds(_ value: JSONValue, _ type: TypeExpression.Primitive) -> Bool {
        switch type {
        case .string: value.stringValue != nil
        case .int: value.intValue != nil
        case .double: value.doubleValue != nil
        case .bool: value.boolValue != nil
        case .decimal: value.numberValue != nil || value.stringValue.flatMap { JSONNumber(text: $0) } != nil
        case .timestamp: value.stringValue.map(isTimestamp) ?? false
        case .id: value.stringValue != nil || value.intValue != nil
        case .json: true
        case .object: value.objectValue != nil
        case .epoch, .textInt: wholeNumber(value) != nil
        case .english: value.stringValue.map(isEnglishTime) ?? false
        case .textBool: value.boolValue != nil || ["true", "false"].contains(value.stringValue?.lowercased())
        case .commaList: elements(of: value) != nil
        }
    }

    /// Whether a text has the form `Sep 23, 2024, 8:20:01 PM`; the ranges of its numbers are not looked at.
    private static func isEnglishTime(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d\s[AP]M/) != nil
    }

    /// Whether a text has the form of RFC 3339, with or without offset; the ranges of its numbers are not looked at.
    private static func isTimestamp(_ text: String) -> Bool {
        text.wholeMatch(of: /\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?/) != nil
    }
}
