@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Decimal
#endif

/// Collects what is wrong with a request's arguments, so that all of it is reported together.
///
/// Reasons say what was expected, and do not show the value.
@_spi(Generated)
public struct ArgumentChecker: Sendable {
    /// What is wrong so far.
    public private(set) var violations: [ArgumentViolation] = []

    /// Makes a checker that has found nothing.
    public init() {}

    /// Records what is wrong with an argument; the request is then not sent.
    public mutating func refuse(_ argument: String, _ reason: String) {
        violations.append(ArgumentViolation(argument: argument, reason: reason))
    }

    /// Checks an integer's bounds; nil passes.
    public mutating func check(_ argument: String, _ value: Int?, min: Int? = nil, max: Int? = nil) {
        guard let value else { return }
        if let min, value < min { refuse(argument, "must be at least \(min)") }
        if let max, value > max { refuse(argument, "must be at most \(max)") }
    }

    /// Checks a number's bounds; nil passes, what is not finite never does.
    public mutating func check(_ argument: String, _ value: Double?, min: Double? = nil, max: Double? = nil) {
        guard let value else { return }
        guard value.isFinite else { return refuse(argument, "must be a finite number") }
        if let min, value < min { refuse(argument, "must be at least \(min)") }
        if let max, value > max { refuse(argument, "must be at most \(max)") }
    }

    /// Checks a decimal number's bounds, exactly; nil passes, what is not a number never does.
    public mutating func check(_ argument: String, _ value: Decimal?, min: Decimal? = nil, max: Decimal? = nil) {
        guard let value else { return }
        guard value.isFinite else { return refuse(argument, "must be a finite number") }
        if let min, value < min { refuse(argument, "must be at least \(min)") }
        if let max, value > max { refuse(argument, "must be at most \(max)") }
    }

    /// Checks a text; nil passes.
    ///
    /// Lengths are counted in Unicode scalars, bytes in UTF-8.
    /// - Parameters:
    ///   - pattern: A regular expression, with ASCII character classes; between `^` and `$` the whole text has to
    ///     match.
    ///   - notBlank: Whether the text has to have more than white space.
    public mutating func check(
        _ argument: String,
        _ value: String?,
        matches pattern: String? = nil,
        notBlank: Bool = false,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        maxBytes: Int? = nil
    ) {
        guard let value else { return }
        if notBlank, value.allSatisfy(\.isWhitespace) { refuse(argument, "must not be blank") }
        if let pattern, !ArgumentPattern.matches(value, pattern) { refuse(argument, "must match \(pattern)") }
        let length = value.unicodeScalars.count
        if let minLength, length < minLength { refuse(argument, "must have at least \(minLength) characters") }
        if let maxLength, length > maxLength { refuse(argument, "must have at most \(maxLength) characters") }
        if let maxBytes, value.utf8.count > maxBytes { refuse(argument, "must have at most \(maxBytes) bytes") }
    }

    /// Checks how long a value of JSON is as it is written, in bytes; nil passes.
    public mutating func check(_ argument: String, json: JSONValue?, maxBytes: Int) {
        guard let json, json.serialized().count > maxBytes else { return }
        refuse(argument, "must have at most \(maxBytes) bytes as JSON")
    }

    /// Checks a list's length; nil passes.
    public mutating func check(_ argument: String, count: Int?, minItems: Int? = nil, maxItems: Int? = nil) {
        guard let count else { return }
        if let minItems, count < minItems {
            refuse(argument, minItems == 1 ? "must not be empty" : "must have at least \(minItems) items")
        }
        if let maxItems, count > maxItems { refuse(argument, "must have at most \(maxItems) items") }
    }

    /// Refuses a call in which none of several values is given.
    /// - Parameter others: The arguments that can take the place of the one.
    public mutating func check(_ argument: String, or others: [String], isGiven: Bool) {
        if !isGiven { refuse(argument, "is needed, unless \(others.joined(separator: " or ")) is given") }
    }

    /// Checks the elements of a list that goes out as one text with commas between them; nil passes.
    ///
    /// A comma inside an element would make two of it, and a blank element none.
    public mutating func check(_ argument: String, commaList: [String]?) {
        check(argument, list: commaList) { checker, place, element in
            if element.allSatisfy(\.isWhitespace) {
                checker.refuse(place, "must not be blank")
            } else if element.utf8.contains(UInt8(ascii: ",")) {
                checker.refuse(place, "must not contain a comma")
            }
        }
    }

    /// Checks each element of a list, which violations name by its place: `rows[2]`; nil passes.
    public mutating func check<Element>(
        _ argument: String,
        list: [Element]?,
        _ each: (inout ArgumentChecker, String, Element) -> Void
    ) {
        for (index, element) in (list ?? []).enumerated() { each(&self, "\(argument)[\(index)]", element) }
    }

    /// Checks each value of a dictionary, in the order of the keys, which are not shown; nil passes.
    public mutating func check<Value>(
        _ argument: String,
        map: [String: Value]?,
        _ each: (inout ArgumentChecker, String, Value) -> Void
    ) {
        for (_, value) in (map ?? [:]).sorted(by: { $0.key < $1.key }) { each(&self, "\(argument)[…]", value) }
    }

    /// Checks a model that has constraints of its own, or a list or dictionary of such models; nil passes.
    public mutating func check<Value: ArgumentCheckable>(_ argument: String, _ value: Value?) {
        value?.check(&self, at: argument)
    }
}
