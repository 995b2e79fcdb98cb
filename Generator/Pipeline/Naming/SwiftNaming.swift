/// Turns names of the spec and of the wire into names of Swift, by one rule.
///
/// The rule: a name is cut into words at everything that is no letter or digit, and where a capital letter begins a word
/// (`mobileNo` is two words, `HTTPServer` too). The first word is written small; of each further word the first letter
/// is a capital, or all of them where it is an acronym (`id`, `url`, `otp`, ..., also in the plural: `IDs`). A name that
/// would begin with a digit gets an underscore; `self` becomes `itself`. A type's name keeps its author's letters.
enum SwiftNaming {
    /// The name of a property, parameter, function, case or word: `tracking_id` is `trackingID`, `24h` is `_24h`.
    static func member(_ name: String) -> SwiftIdentifier {
        let words = words(of: name)
        let rest = words.dropFirst().map { Acronyms.spelling(of: $0) ?? capitalized($0) }
        let name = (words.first ?? "") + rest.joined()
        // Even in backticks `self` would be the value itself.
        return SwiftIdentifier(forcing: name == "self" ? "itself" : name)
    }

    /// The name of a type: as its author wrote it where that is an identifier that begins with a capital letter, else
    /// its words, each with a capital letter or as an acronym: `email_lists` is `EmailLists`, `otp` is `OTP`.
    static func type(_ name: String) -> SwiftIdentifier {
        if let identifier = SwiftIdentifier(name), name.first?.isUppercase == true, !name.contains("_") {
            return identifier
        }
        let words = words(of: name).map { Acronyms.spelling(of: $0) ?? capitalized($0) }
        return SwiftIdentifier(forcing: words.joined())
    }

    /// The constant of an operation.
    static func definition(of operation: String) -> SwiftIdentifier {
        SwiftIdentifier(forcing: member(operation).text + "Definition")
    }

    /// The function that goes through all pages of an operation.
    static func allPages(of operation: String) -> SwiftIdentifier { member(operation + "_all") }

    /// The struct of the header fields of an operation's answers.
    static func headers(of operation: String) -> SwiftIdentifier { type(operation + "_headers") }

    /// The author's own name where there is one, else the derived name.
    static func member(_ name: String, override: String?) -> SwiftIdentifier {
        override.map { SwiftIdentifier($0) ?? member($0) } ?? member(name)
    }

    /// The name of a word: the author's own, or the derived one; of a URL that of its last part, and of a URN too.
    static func word(_ word: String, override: String?) -> SwiftIdentifier {
        let isAddress = word.contains("://") || word.hasPrefix("urn:")
        let parts = isAddress ? word.split { "/#?:=".contains($0) } : []
        let last = parts.last { part in words(of: String(part)).isEmpty == false }
        return member(last.map(String.init) ?? word, override: override)
    }

    /// A name for a local value that is none of the taken ones.
    static func local(_ name: StaticString, avoiding taken: some Collection<SwiftIdentifier>) -> SwiftIdentifier {
        var identifier = SwiftIdentifier(made: name)
        // Each round makes the name longer, so that it ends.
        while taken.contains(identifier) {
            identifier = SwiftIdentifier(forcing: "own" + capitalized(identifier.text))
        }
        return identifier
    }

    /// The names, each with a number after it where one before it or a taken one is the same, letter case aside.
    static func distinct(_ names: [SwiftIdentifier], avoiding taken: Set<String> = []) -> [SwiftIdentifier] {
        var taken = Set(taken.map { $0.lowercased() })
        return names.map { name in
            var identifier = name
            var number = 2
            while !taken.insert(identifier.text.lowercased()).inserted {
                identifier = SwiftIdentifier(forcing: "\(name.text)\(number)")
                number += 1
            }
            return identifier
        }
    }

    /// The words of a name, in small letters.
    static func words(of name: String) -> [String] {
        // Of ASCII, which nearly every name is, Unicode's tables are not asked.
        let bytes = Array(name.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return words(bytes.map(NameLetter.init)).map { range in
                String(decoding: bytes[range].map { NameLetter($0) == .capital ? $0 | 0x20 : $0 }, as: UTF8.self)
            }
        }
        let characters = Array(name)
        return words(characters.map(NameLetter.init)).map { String(characters[$0]).lowercased() }
    }

    private static func words(_ letters: [NameLetter]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for index in letters.indices where letters[index] == .separator || beginsWord(letters, at: index) {
            words.append(start..<index)
            start = letters[index] == .separator ? index + 1 : index
        }
        return (words + [start..<letters.count]).filter { !$0.isEmpty }
    }

    /// Whether a capital letter at this place begins a word: after a small letter or digit, or as the last capital of
    /// several where a small letter follows (`HTTPServer`; not `IDs`).
    private static func beginsWord(_ letters: [NameLetter], at index: Int) -> Bool {
        guard index > 0, letters[index] == .capital, letters[index - 1] != .separator else { return false }
        if letters[index - 1] != .capital { return true }
        let rest = letters[(index + 1)...].prefix { $0 != .separator && $0 != .capital }
        guard let first = rest.first, first != .other else { return false }
        return !(first == .smallS && rest.count == 1)
    }

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}
