@_spi(Generated) import WaybillJSON

/// An open set of words in the shape of generated code.
struct Country: JSONWord {
    let rawValue: String

    init(rawValue: String) { self.rawValue = rawValue }

    static let india = Country(rawValue: "IN")
}
