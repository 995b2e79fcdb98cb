extension ResolvedType {
    /// The type as it is written.
    var code: SwiftCode {
        switch self {
        case .format(let format): SwiftCode(stringLiteral: format.swift.type)
        case .words(let words): "\(type: words.identifier)"
        case .model(let model): "\(type: model.identifier)"
        case .union(let union): "\(type: union.identifier)"
        case .list(let element): "[\(element.code)]"
        case .map(let value): "[String: \(value.code)]"
        case .batch(let element): "Batch<\(element.code)>"
        case .optional(let wrapped): "\(wrapped.code)?"
        }
    }

    /// The types that a file with it needs from Foundation.
    var foundationTypes: Set<FoundationType> {
        if case .format(let format) = leaf { Set([format.swift.foundation].compactMap(\.self)) } else { [] }
    }

    /// The expression that reads the value with a reader; nil for null, and after a fault.
    func read(_ reader: SwiftCode) -> SwiftCode {
        switch self {
        case .format(let format): "\(reader).\(SwiftCode(stringLiteral: format.swift.reading))()"
        case .words(let words): words.value.isNumeric ? "\(reader).numberWord()" : "\(reader).word()"
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
        case .format(let format):
            guard case .method(let name) = format.swift.writing else { return output.line("\(start)\(value))") }
            output.line("\(start)\(SwiftCode(stringLiteral: name)): \(value))")
        case .list(let element):
            element.writeElements("\(start)list: \(value))", else: "\(start)\(value))", in: &output)
        case .map(let element): element.writeElements("\(start)map: \(value))", else: "\(start)\(value))", in: &output)
        case .batch(let element):
            element.writeElements("\(start)batch: \(value))", else: "\(start)batch: \(value))", in: &output)
        default: output.line("\(start)\(value))")
        }
    }

    /// Writes a call with a closure for each element, or without one where the elements know their wire format.
    private func writeElements(_ call: SwiftCode, else plain: SwiftCode, in output: inout SwiftWriter) {
        hasOwnWriting ? output.shortBlock(call, write("$0", "$1")) : output.line(plain)
    }

    /// Whether the value's type alone does not say how it is written.
    var hasOwnWriting: Bool {
        guard case .format(let format) = leaf, case .method = format.swift.writing else { return false }
        return true
    }

    /// The statement that writes the value, not as a member: at the root of a document, or as an element.
    func write(_ writer: SwiftCode, _ value: SwiftCode) -> SwiftCode {
        switch self {
        case .format(let format):
            guard case .method(let name) = format.swift.writing else { return "\(writer).value(\(value))" }
            return "\(writer).\(SwiftCode(stringLiteral: name))(\(value))"
        case .list(let element) where hasOwnWriting:
            return "\(writer).list(\(value)) { \(element.write("$0", "$1")) }"
        case .map(let element) where hasOwnWriting:
            return "\(writer).map(\(value)) { \(element.write("$0", "$1")) }"
        case .list, .map, .batch, .words, .model, .union: return "\(writer).value(\(value))"
        case .optional(let wrapped): return wrapped.write(writer, value)
        }
    }

    /// The statement that checks the value as its wire format asks, however deep it stands; nil where none does.
    func check(_ checker: SwiftCode, _ argument: SwiftCode, _ value: SwiftCode) -> SwiftCode? {
        let start: SwiftCode = "\(checker).check(\(argument), "
        switch self {
        case .format(let format):
            return format.swift.checking.map { "\(start)\(SwiftCode(stringLiteral: $0)): \(value))" }
        case .list(let element):
            return element.check("$0", "$1", "$2").map { "\(start)list: \(value)) { \($0) }" }
        case .map(let element):
            return element.check("$0", "$1", "$2").map { "\(start)map: \(value)) { \($0) }" }
        case .optional(let wrapped): return wrapped.check(checker, argument, value)
        case .batch, .words, .model, .union: return nil
        }
    }

    /// Whether its wire format asks for a check before it is sent.
    var hasFormatCheck: Bool { check("", "", "") != nil }

    /// The value as text, for a path, a query, a header or an error; optional where the type is.
    func text(_ value: SwiftCode) -> SwiftCode {
        let mark: SwiftCode = isOptional ? "?" : ""
        let form: SwiftForm.Text =
            switch unwrapped {
            case .format(let format): format.swift.text
            case .words(let words): .member(words.value.isNumeric ? "rawValue.description" : "rawValue")
            default: .described
            }
        switch form {
        case .itself: return value
        case .member(let name): return "\(value)\(mark).\(SwiftCode(stringLiteral: name))"
        case .labelled(let label):
            let code: SwiftCode = "\(SwiftCode(stringLiteral: label)): "
            return isOptional ? "\(value).map { String(\(code)$0) }" : "String(\(code)\(value))"
        case .converted: return isOptional ? "\(value).map { String($0) }" : "String(\(value))"
        case .described:
            return isOptional ? "\(value).map { String(describing: $0) }" : "String(describing: \(value))"
        }
    }
}
