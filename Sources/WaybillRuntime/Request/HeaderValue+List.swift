@_spi(Generated) public import WaybillJSON

@_spi(Generated)
extension HeaderValue {
    /// What keeps the elements of a list from standing in one value with commas between them: blanks around those are no
    /// part of an element (RFC 9110, section 5.6.1).
    public static func faults(inElementsOf list: JSONValue, at argument: String) -> [ArgumentViolation] {
        (list.arrayValue ?? []).enumerated().compactMap { index, element in
            guard let text = element.stringValue, text.first == " " || text.last == " " else { return nil }
            return ArgumentViolation(
                argument: "\(argument)[\(index)]",
                reason: "must not begin or end with a blank"
            )
        }
    }
}
