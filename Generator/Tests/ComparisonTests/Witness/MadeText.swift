@_spi(Generated) import WaybillRuntime

/// The texts that clients make.
enum MadeText {
    /// Whether a text can have been made of a template.
    static func has(_ text: String, form: TextTemplate) -> Bool {
        var rest = text[...]
        for piece in form.pieces {
            switch piece {
            case .text(let literal):
                guard rest.hasPrefix(literal) else { return false }
                rest = rest.dropFirst(literal.count)
            case .placeholder("uuid"):
                let groups = rest.prefix(36).split(separator: "-", omittingEmptySubsequences: false)
                guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.allSatisfy(isHex) else { return false }
                rest = rest.dropFirst(36)
            case .placeholder(let name):
                guard let count = TextTemplate.randomDigits(name) else { return false }
                guard rest.prefix(count).count == count, isHex(rest.prefix(count)) else { return false }
                rest = rest.dropFirst(count)
            }
        }
        return rest.isEmpty
    }

    private static func isHex(_ text: Substring) -> Bool { text.allSatisfy(\.isHexDigit) }
}
