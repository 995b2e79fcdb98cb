@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

@_spi(Generated)
extension JSONWriter {
    /// Writes a member as seconds since 1970, unless its value is nil; a fraction is written only where there is one.
    @inline(never)
    public mutating func member(_ key: StaticString, epochTimestamp: Date?) {
        guard let seconds = epochTimestamp?.timeIntervalSince1970 else { return }
        if let whole = Int(exactly: seconds) { member(key, whole) } else { member(key, seconds) }
    }

    /// Writes a member as a time like `Sep 23, 2024, 8:20:01 PM` in UTC, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, englishTimestamp: Date?) {
        if let englishTimestamp { member(key, EnglishTimestamp.text(englishTimestamp)) }
    }

    /// Writes a member as one string with commas, unless it is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, commaList: [String]?) {
        if let commaList { member(key, commaList.joined(separator: ",")) }
    }

    /// Writes a member as an array of the elements that could be read, unless it is nil.
    @inline(never)
    public mutating func member<Element: JSONWritable>(_ key: StaticString, batch: Batch<Element>?) {
        member(key, batch?.elements)
    }
}
