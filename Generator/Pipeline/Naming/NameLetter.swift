/// What a letter of a name is to the rule by which names are cut into words.
enum NameLetter {
    case capital
    case small
    /// An `s`, which alone after capitals is the plural of an acronym.
    case smallS
    /// A digit, or a letter that is neither capital nor small.
    case other
    case separator

    init(_ byte: UInt8) {
        self =
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
            case UInt8(ascii: "s"): .smallS
            case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .other
            default: .separator
            }
    }

    init(_ character: Character) {
        self =
            if !character.isLetter, !character.isNumber {
                .separator
            } else if character.isUppercase {
                .capital
            } else if character.isLowercase {
                character == "s" ? .smallS : .small
            } else {
                .other
            }
    }
}
