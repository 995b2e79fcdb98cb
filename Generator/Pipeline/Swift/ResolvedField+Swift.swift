@_spi(Generated) import WaybillRuntime

/// What the client writes where the caller gives nothing.
enum MadeValue {
    /// The time of the call, as a date.
    case now
    case value(SwiftValue)
    case template(TextTemplate)
}

extension ResolvedField {
    /// The type of the property or argument.
    var code: SwiftCode { isNullable ? "Change<\(type.unwrapped.code)>" : type.code }

    /// What the property or argument is where nothing is given; nil: it has to be given, or has a default of its own.
    var absence: SwiftCode? { isNullable ? ".keep" : type.isOptional ? "nil" : nil }

    /// The value of the property or argument: optional where it may be absent.
    var access: SwiftCode { isNullable ? "\(identifier).value" : "\(identifier)" }

    /// The condition under which it is given, where it may be left out.
    var isGiven: SwiftCode { isNullable ? "\(identifier) != .keep" : "\(identifier) != nil" }

    /// Writes the statement that writes it as a member.
    func write(_ key: SwiftCode, to writer: SwiftIdentifier, in output: inout SwiftWriter) {
        guard isNullable else { return type.write(key, "\(identifier)", to: writer, in: &output) }
        let call: SwiftCode = "\(writer).member(\(key), change: \(identifier))"
        let value = type.unwrapped
        value.hasOwnWriting ? output.shortBlock(call, value.write("$0", "$1")) : output.line(call)
    }

    var defaultLiteral: SwiftValue? { defaultValue.map { SwiftValue($0, as: type).constant } }

    /// What the client writes where the caller gives nothing.
    var made: MadeValue? {
        guard let make else { return nil }
        if type.unwrapped == .format(.timestamp), make.onlyPlaceholder == "now" { return .now }
        guard make.placeholders.isEmpty else { return .template(make) }
        if let words = type.words { return .value(.unnamedWord(type: words.identifier, text: make.literal)) }
        return .value(.string(make.literal))
    }
}
