@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SwiftValue {
    /// A value of the spec for a field: what can be cleared says what becomes of it.
    init(_ value: JSONValue, for field: ResolvedField) {
        guard field.isNullable else {
            self = SwiftValue(value, as: field.type)
            return
        }
        self =
            value.isNull
            ? .word(type: nil, SwiftIdentifier(made: "clear"))
            : .union(type: nil, SwiftIdentifier(made: "set"), SwiftValue(value, as: field.type.unwrapped))
    }

    /// A value of the spec, by its type: a default, or an argument of an example.
    ///
    /// The validator has checked that it fits.
    init(_ value: JSONValue, as type: ResolvedType) {
        switch type {
        case .optional(.format(.json)) where value.isNull: self = .json(.null)
        case .optional(let wrapped): self = value.isNull ? .none : SwiftValue(value, as: wrapped)
        case .format(let format): self = Self.value(value, format)
        case .words(let words):
            let text = value.stringValue ?? value.intValue.map { String($0) } ?? ""
            let word = words.value.word(text)
            let unnamed: SwiftValue =
                words.value.isNumeric
                ? .unnamedNumber(type: words.identifier, digits: text)
                : .unnamedWord(type: words.identifier, text: text)
            self = word.map { .word(type: $0.identifier.owner(words.identifier), $0.identifier) } ?? unnamed
        case .list(let element), .batch(let element):
            self = .list((value.arrayValue ?? []).map { SwiftValue($0, as: element) })
        case .map(let element):
            let members = value.objectValue ?? [:]
            self = .map(members.map { Member(key: $0.key, value: SwiftValue($0.value, as: element)) })
        case .model(let model): self = Self.model(value.objectValue ?? [:], model.value)
        case .union(let union): self = Self.union(value, union.value)
        }
    }

    private static func value(_ value: JSONValue, _ format: WireFormat) -> SwiftValue {
        let text = value.stringValue ?? value.numberValue?.text ?? ""
        switch format.swift.literal {
        case .text: return .string(format.rewritten(value)?.stringValue ?? text)
        case .wholeNumber: return .number((value.intValue ?? JSONNumber(text: text)?.int).map { String($0) } ?? "0")
        case .number: return .number(text)
        case .bool: return .bool(value.boolValue ?? (text.lowercased() == "true"))
        case .decimal: return .decimal(text)
        case .timestamp: return isPlain(text) ? .date(text) : date(value) { $0.timestamp() }
        case .date(let read): return date(value, read)
        case .texts:
            let elements = format.measured(value).arrayValue ?? []
            return .list(elements.map { .string($0.stringValue ?? "") })
        case .bytes: return .list((Data(base64Encoded: text) ?? Data()).map { .number(String($0)) })
        case .file: return file(value.objectValue ?? [:])
        case .json: return .json(value)
        }
    }

    private static func file(_ object: JSONObject) -> SwiftValue {
        guard let file = ExampleFile(object) else { return .none }
        var arguments = [Argument(label: SwiftIdentifier(made: "name"), value: .string(file.name))]
        if let type = file.type {
            arguments.append(Argument(label: SwiftIdentifier(made: "contentType"), value: .string(type)))
        }
        let bytes = SwiftValue.list(file.bytes.map { .number(String($0)) })
        arguments.append(
            file.text.map { Argument(label: SwiftIdentifier(made: "text"), value: .string($0)) }
                ?? Argument(label: SwiftIdentifier(made: "bytes"), value: bytes)
        )
        return .file(arguments)
    }

    /// Whether Foundation reads a time without help: one of whole seconds, with an offset.
    private static func isPlain(_ text: String) -> Bool {
        text.wholeMatch(of: /\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)/) != nil
    }

    /// Foundation's other forms depend on the machine's locale; the runtime's do not.
    private static func date(_ value: JSONValue, _ read: @Sendable (inout JSONReader) -> Date?) -> SwiftValue {
        let date = try? JSONReader.read(value.serialized()) { read(&$0) }
        return .epoch(JSONNumberText.shortest(date?.timeIntervalSince1970 ?? 0))
    }

    private static func model(_ object: JSONObject, _ model: ResolvedModel) -> SwiftValue {
        var arguments: [Argument] = []
        for case .field(let field) in model.members {
            if field.isFlattened {
                let keys = field.type.flattenedKeys
                let members = JSONObject(object.filter { keys.contains($0.key) })
                guard !members.isEmpty else { continue }
                arguments.append(
                    Argument(label: field.identifier, value: SwiftValue(.object(members), as: field.type.unwrapped))
                )
            } else if let value = ([field.name] + field.keys).lazy.compactMap({ object[$0] }).first {
                arguments.append(Argument(label: field.identifier, value: SwiftValue(value, for: field)))
            }
        }
        let known = Set(model.members.flatMap(\.names))
        let others = JSONObject(object.filter { !known.contains($0.key) })
        if !others.isEmpty { arguments.append(Argument(label: model.extra, value: .json(.object(others)))) }
        return .model(type: model.identifier, arguments)
    }

    private static func union(_ value: JSONValue, _ union: ResolvedUnion) -> SwiftValue {
        guard let shape = union.shape(of: value) else {
            return .union(type: nil, SwiftIdentifier(made: "unrecognized"), .json(value))
        }
        let owner = shape.identifier.owner(union.identifier)
        guard union.discriminator != .jsonType else {
            let payload = SwiftValue(value, as: shape.type)
            return shape.isLiteral ? payload : .union(type: owner, shape.identifier, payload)
        }
        let inner = union.discriminator == .key ? value[shape.wireName] ?? .null : value
        return .union(type: owner, shape.identifier, SwiftValue(inner, as: shape.type))
    }

    /// The value as an expression that cannot throw, for a default: a date in seconds, which are harder to read.
    var constant: SwiftValue {
        switch self {
        case .date(let text): Self.date(.string(text)) { $0.timestamp() }
        case .list(let elements): .list(elements.map(\.constant))
        case .map(let members): .map(members.map { Member(key: $0.key, value: $0.value.constant) })
        case .model(let type, let arguments):
            .model(type: type, arguments.map { Argument(label: $0.label, value: $0.value.constant) })
        case .union(let type, let name, let payload): .union(type: type, name, payload.constant)
        default: self
        }
    }
}

extension ResolvedCase {
    /// Whether a value of a union by type is a literal of the union itself: a list, a map or a text.
    fileprivate var isLiteral: Bool {
        switch type {
        case .list, .map, .format(.string): true
        default: false
        }
    }
}

extension SwiftIdentifier {
    /// The type that stands before the name of a case where a dot alone could mean a case of `Optional`.
    fileprivate func owner(_ type: SwiftIdentifier) -> SwiftIdentifier? {
        text == "none" || text == "some" ? type : nil
    }
}
