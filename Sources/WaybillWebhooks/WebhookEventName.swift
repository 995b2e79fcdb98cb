/// Spellings of event types.
@_spi(Generated)
public enum WebhookEventName {
    /// A type in lower case with a dot after its family: `AIRTIME_SUCCESS` and `airtime.success` are one.
    ///
    /// Only the first `_` of a name without any dot becomes one.
    public static func dotted(_ type: String) -> String {
        var bytes = type.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if !bytes.contains(UInt8(ascii: ".")), let underscore = bytes.firstIndex(of: UInt8(ascii: "_")) {
            bytes[underscore] = UInt8(ascii: ".")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
