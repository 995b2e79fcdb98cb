@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

@_spi(Generated)
extension JSONReader {
    /// Reads seconds since 1970, as a number or as a string of one; nil for null, and after recording a fault.
    @inline(never)
    public mutating func epochTimestamp() -> Date? {
        guard let number = numberOrText() else { return nil }
        // Larger numbers are milliseconds: a moment so far away is no time that a service means.
        guard let seconds = number.double, abs(seconds) < 1e12 else {
            fail(expected: "a time in seconds since 1970")
            return nil
        }
        return Date(timeIntervalSince1970: seconds)
    }

    /// Reads a time like `Sep 23, 2024, 8:20:01 PM`, which is UTC; nil for null, and after recording a fault.
    @inline(never)
    public mutating func englishTimestamp() -> Date? {
        guard let text = string() else { return nil }
        guard let date = EnglishTimestamp.parse(text) else {
            fail(expected: "a time like Sep 23, 2024, 8:20:01 PM")
            return nil
        }
        return date
    }

    /// Reads true or false, also as a string in any case; nil for null, and after a fault.
    @inline(never)
    public mutating func textBool() -> Bool? {
        guard peekType() == .string else { return bool() }
        switch string()?.lowercased() {
        case "true": return true
        case "false": return false
        case nil: return nil
        default:
            fail(expected: "true or false")
            return nil
        }
    }

    /// Reads a whole number, also as digits in a string; nil for null, and after recording a fault.
    @inline(never)
    public mutating func textInt() -> Int? {
        guard peekType() == .string else { return int() }
        guard let text = string() else { return nil }
        guard let value = JSONNumber(text: text)?.int else {
            fail(expected: "a whole number")
            return nil
        }
        return value
    }

    /// Reads a list written as one string with commas, or as an array of strings; nil for null, and after a fault.
    ///
    /// Blanks around an element do not count, and nothing between two commas is no element.
    @inline(never)
    public mutating func commaList() -> [String]? {
        if peekType() == .array {
            guard let elements = list({ $0.value() }) else { return nil }
            let texts = elements.compactMap(\.stringValue)
            if texts.count < elements.count { fail(expected: "an array of strings") }
            return hasFailed ? nil : texts
        }
        return string().map(CommaList.elements)
    }

    /// Reads a list of which each element is read by itself; nil for null, and after recording a fault.
    ///
    /// Only what is no array, or no JSON, is a fault.
    @inline(never)
    public mutating func batch<Element>(_ element: (inout JSONReader) -> Element?) -> Batch<Element>? {
        if isNull() { return nil }
        var elements: [Element] = []
        var failures: [BatchFailure] = []
        var index = 0
        beginArray()
        while nextElement() {
            let mark = mark()
            if let value = element(&self), !hasFailed {
                elements.append(value)
            } else {
                giveUp(since: mark)
                guard let json = value() else { return nil }
                switch Self.reread(json, element) {
                case .success(let value): elements.append(value)
                case .failure(let error): failures.append(BatchFailure(index: index, error: error, json: json))
                }
            }
            index += 1
        }
        return hasFailed ? nil : Batch(elements, failures: failures)
    }

    /// Reads an element once more by itself, to learn what is wrong with it.
    private static func reread<Element>(
        _ json: JSONValue,
        _ element: (inout JSONReader) -> Element?
    ) -> Result<Element, JSONError> {
        do {
            return .success(try read(json.serialized()) { element(&$0) })
        } catch {
            return .failure(error)
        }
    }

    private mutating func numberOrText() -> JSONNumber? {
        guard peekType() == .string else { return number() }
        guard let text = string() else { return nil }
        // An exponent is a matter of JSON's numbers; in a text it is no time.
        guard let number = JSONNumber(text: text), !text.lowercased().contains("e") else {
            fail(expected: "a number")
            return nil
        }
        return number
    }
}
