@_spi(Generated) import WaybillRuntime

/// What the client writes where the caller gives nothing.
enum MadeValue {
    /// The time of the call, as a date.
    case now
    case value(SwiftValue)
    case template(TextTemplate)
}

extension ResolvedField {
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
