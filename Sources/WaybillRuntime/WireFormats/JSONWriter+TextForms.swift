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
        guard let epochTimestamp else { return }
        self.key(key)
        self.epochTimestamp(epochTimestamp)
    }

    /// Writes a time as seconds since 1970; a fraction is written only where there is one.
    @inline(never)
    public mutating func epochTimestamp(_ date: Date) {
        let seconds = date.timeIntervalSince1970
        if let whole = Int(exactly: seconds) { value(whole) } else { value(seconds) }
    }

    /// Writes a member as a time like `Sep 23, 2024, 8:20:01 PM` in UTC, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, englishTimestamp: Date?) {
        if let englishTimestamp { member(key, EnglishTimestamp.text(englishTimestamp)) }
    }

    /// Writes a time like `Sep 23, 2024, 8:20:01 PM` in UTC.
    @inline(never)
    public mutating func englishTimestamp(_ date: Date) { value(EnglishTimestamp.text(date)) }

    /// Writes a member as one string with commas, unless it is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, commaList: [String]?) {
        if let commaList { member(key, commaList.joined(separator: ",")) }
    }

    /// Writes a list as one string with commas.
    @inline(never)
    public mutating func commaList(_ list: [String]) { value(list.joined(separator: ",")) }

    /// Writes a member as an array of the elements that could be read, unless it is nil.
    @inline(never)
    public mutating func member<Element: JSONWritable>(_ key: StaticString, batch: Batch<Element>?) {
        member(key, batch)
    }

    /// Writes a member as an array of elements that have a wire format of their own, and of what could not be read, unless
    /// it is nil.
    @inline(never)
    public mutating func member<Element>(
        _ key: StaticString,
        batch: Batch<Element>?,
        _ each: (inout JSONWriter, Element) -> Void
    ) {
        guard let batch else { return }
        self.key(key)
        batch.encode(to: &self, each)
    }
}
