extension SwiftType {
    /// The type as it is written.
    var code: SwiftCode {
        switch self {
        case .string, .identifier: "String"
        case .int, .textInt: "Int"
        case .double: "Double"
        case .bool, .textBool: "Bool"
        case .decimal: "Decimal"
        case .date, .epoch, .english: "Date"
        case .commaList: "[String]"
        case .json: "JSONValue"
        case .object: "JSONObject"
        case .word(let name), .model(let name), .union(let name): "\(name)"
        case .list(let element): "[\(element.code)]"
        case .map(let value): "[String: \(value.code)]"
        case .batch(let element): "Batch<\(element.code)>"
        case .optional(let wrapped): "\(wrapped.code)?"
        }
    }

    /// The expression that reads the value with a reader; nil for null, and after a fault.
    func read(_ reader: SwiftCode) -> SwiftCode {
        switch self {
        case .string: "\(reader).string()"
        case .int: "\(reader).int()"
        case .double: "\(reader).double()"
        case .bool: "\(reader).bool()"
        case .decimal: "\(reader).decimal()"
        case .date: "\(reader).timestamp()"
        case .epoch: "\(reader).epochTimestamp()"
        case .english: "\(reader).englishTimestamp()"
        case .textBool: "\(reader).textBool()"
        case .textInt: "\(reader).textInt()"
        case .commaList: "\(reader).commaList()"
        case .identifier: "\(reader).identifier()"
        case .json: "\(reader).value()"
        case .object: "\(reader).object()"
        case .word: "\(reader).word()"
        case .model, .union: "\(reader).model()"
        case .list(let element): "\(reader).list { \(element.read("$0")) }"
        case .batch(let element): "\(reader).batch { \(element.read("$0")) }"
        case .map(let value): "\(reader).map { \(value.read("$0")) }"
        case .optional(let wrapped): wrapped.read(reader)
        }
    }

    /// Writes the statement that writes the value as a member; a nil is not written.
    func write(_ key: SwiftCode, _ value: SwiftCode, to writer: SwiftIdentifier, in output: inout SwiftWriter) {
        let start: SwiftCode = "\(writer).member(\(key), "
        switch unwrapped {
        case .date: output.line("\(start)timestamp: \(value))")
        case .decimal: output.line("\(start)decimal: \(value))")
        case .epoch: output.line("\(start)epochTimestamp: \(value))")
        case .english: output.line("\(start)englishTimestamp: \(value))")
        case .commaList: output.line("\(start)commaList: \(value))")
        case .batch: output.line("\(start)batch: \(value))")
        case .list(let element):
            element.writeElements("\(start)list: \(value))", else: "\(start)\(value))", in: &output)
        case .map(let element): element.writeElements("\(start)map: \(value))", else: "\(start)\(value))", in: &output)
        default: output.line("\(start)\(value))")
        }
    }

    /// Writes a call with a closure for each element, or without one where the type itself knows its wire format.
    private func writeElements(_ call: SwiftCode, else plain: SwiftCode, in output: inout SwiftWriter) {
        guard let each = writeElement else { return output.line(plain) }
        output.shortBlock(call, each)
    }

    /// What writes an element whose wire format is its own; nil where the type itself knows.
    private var writeElement: SwiftCode? {
        switch self {
        case .date: "$0.timestamp($1)"
        case .epoch: "$0.value($1.timeIntervalSince1970)"
        case .commaList: "$0.value($1.joined(separator: \",\"))"
        case .decimal: "$0.value(JSONNumber(text: $1.description).map(JSONValue.number) ?? .null)"
        default: nil
        }
    }

    /// The value as text, for a path, a query, a header or an error; optional where the type is.
    func text(_ value: SwiftCode) -> SwiftCode {
        switch self {
        case .string, .identifier, .optional(.string), .optional(.identifier): value
        case .int, .textInt: "String(\(value))"
        case .commaList: "\(value).joined(separator: \",\")"
        case .optional(.commaList): "\(value)?.joined(separator: \",\")"
        case .optional(.int), .optional(.textInt): "\(value).map { String($0) }"
        case .word: "\(value).rawValue"
        case .optional(.word): "\(value)?.rawValue"
        case .optional: "\(value).map { String(describing: $0) }"
        default: "String(describing: \(value))"
        }
    }
}
