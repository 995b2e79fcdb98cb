/// A text with places in braces, taken apart: `evt_{hex32}`.
struct Template {
    /// The names of the places, in order.
    let places: [String]
    /// What stands outside the places.
    let literal: String
    /// Whether every brace has its partner.
    let isBalanced: Bool

    /// Takes a text apart.
    init(_ text: String) {
        var places: [String] = []
        var literal = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            literal += rest[..<open]
            places.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        literal += rest
        self.places = places
        self.literal = literal
        isBalanced = !literal.contains { "{}".contains($0) } && !places.contains { $0.contains("{") }
    }

    /// Whether a place makes random hexadecimal digits: `hex18`.
    static func isRandomHex(_ place: String) -> Bool {
        guard place.hasPrefix("hex"), let count = Int(place.dropFirst(3)) else { return false }
        return (1...256).contains(count)
    }

    /// Whether a place makes a text that never repeats.
    static func isRandom(_ place: String) -> Bool {
        place == "uuid" || isRandomHex(place)
    }
}
