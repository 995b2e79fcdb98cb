import HTTPTypes

/// What a request says of itself in its header fields, before any of it is believed.
struct PresentedSignature {
    /// The signatures that are offered, decoded, and their text.
    var candidates: [(text: ArraySlice<UInt8>, code: [UInt8])] = []
    /// The timestamp as it came, since that is what is signed.
    var timestamp: String?
    /// The same in seconds since 1970.
    var seconds: Int64?
    var id: String?

    /// The most bytes of a field that are looked at; a service sends a few hundred.
    static let longestField = 4_096

    /// The only value of a field; nil where it is missing, empty, too long or given twice.
    static func onlyValue(_ name: HTTPField.Name, _ headers: HTTPFields) -> String? {
        let values = headers[values: name]
        guard values.count == 1, let value = values.first, (1...longestField).contains(value.utf8.count) else {
            return nil
        }
        return value
    }

    /// Seconds since 1970 of a text of nothing but digits; nil where they are too many for 64 bits.
    static func seconds(_ text: some Collection<UInt8>) -> Int64? {
        var value: Int64 = 0
        for byte in text {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = product.addingReportingOverflow(Int64(byte - 0x30))
            guard !overflow, !isTooLarge else { return nil }
            value = sum
        }
        return text.isEmpty ? nil : value
    }
}
