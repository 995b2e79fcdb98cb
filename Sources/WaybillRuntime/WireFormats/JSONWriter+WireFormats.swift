@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Date
public import struct Foundation.Decimal
#endif

@_spi(Generated)
extension JSONWriter {
    /// Writes a member as an RFC 3339 timestamp in UTC, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, timestamp: Date?) {
        guard let timestamp else { return }
        self.key(key)
        value(RFC3339.shortText(timestamp))
    }

    /// Writes a date as an RFC 3339 timestamp in UTC.
    @inline(never)
    public mutating func timestamp(_ date: Date) { value(RFC3339.shortText(date)) }

    /// Writes a member as a number with all its digits, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, decimal: Decimal?) {
        guard let decimal else { return }
        self.key(key)
        self.decimal(decimal)
    }

    /// Writes a number with all its digits; one that is not finite is recorded as a fault.
    @inline(never)
    public mutating func decimal(_ decimal: Decimal) {
        guard let number = JSONNumber(text: "\(decimal)") else { return fail(.notFinite) }
        value(number)
    }
}
