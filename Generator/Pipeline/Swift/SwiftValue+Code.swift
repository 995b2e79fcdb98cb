import WaybillJSON

extension SwiftValue {
    /// The value as an expression, which may be broken into lines.
    var layout: SwiftLayout {
        switch self {
        case .none: .code("nil")
        case .bool(let flag): .code(flag ? "true" : "false")
        case .number(let digits): .code(.number(digits: digits))
        case .string(let text): .code(.literal(text))
        case .date(let text): .code("try Date(\(literal: text), strategy: .iso8601)")
        case .epoch(let seconds): .code("Date(timeIntervalSince1970: \(.number(digits: seconds)))")
        case .decimal(let digits): .code(ExactNumber.decimal(digits))
        case .list(let elements): .array(elements.map(\.layout))
        case .map(let members): .pairs(members.map { (.literal($0.key), $0.value.layout) })
        case .word(let type, let name): .code(Self.member(name, of: type))
        case .unnamedWord(let type, let text): .code("\(type: type)(rawValue: \(literal: text))")
        case .unnamedNumber(let type, let digits): .code("\(type: type)(rawValue: \(.number(digits: digits)))")
        case .model(let type, let arguments):
            .call("\(type: type)", arguments.map { .labelled($0.label, $0.value.layout) })
        case .file(let arguments): .call("FormFile", arguments.map { .labelled($0.label, $0.value.layout) })
        case .union(let type, let name, let payload): .call(Self.member(name, of: type), [payload.layout])
        // A literal nil would be no value at all where one may be missing.
        case .json(.null): .code(".null")
        case .json(let value): value.layout
        }
    }

    var code: SwiftCode { layout.flat }

    private static func member(_ name: SwiftIdentifier, of type: SwiftIdentifier?) -> SwiftCode {
        type.map { "\(type: $0).\(member: name)" } ?? ".\(member: name)"
    }
}

extension JSONValue {
    fileprivate var layout: SwiftLayout {
        switch self {
        case .null: .code("nil")
        case .bool(let flag): .code(flag ? "true" : "false")
        case .number(let number): .code(ExactNumber.json(number.text))
        case .string(let text): .code(.literal(text))
        case .array(let elements): .array(elements.map(\.layout))
        case .object(let object): .pairs(object.map { (.literal($0.key), $0.value.layout) })
        }
    }
}
