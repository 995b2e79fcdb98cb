/// Strings are made of bytes that have been looked at already, so that none is checked twice.
extension JSONBytes {
    /// The text of a range, or nil when it is not UTF-8.
    /// - Parameter isASCII: True when the caller has seen that no byte is above 0x7F.
    @inline(__always)
    func string(from start: Int, to end: Int, isASCII: Bool) -> String? {
        isASCII ? Self.plain(part(start, end)) : Self.validated(part(start, end))
    }

    /// The text of a range that the caller has found to be ASCII.
    @inline(__always)
    func plainString(from start: Int, to end: Int) -> String {
        Self.plain(knownPart(start, end))
    }

    /// A string of bytes that are known to be ASCII, and so need no check.
    @inline(__always)
    private static func plain(_ part: UnsafeBufferPointer<UInt8>) -> String {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return String(copying: UTF8Span(unchecked: part.span, isKnownASCII: true))
        }
        return String(decoding: part, as: UTF8.self)
    }

    /// Whether a range is UTF-8.
    func isUTF8(from start: Int, to end: Int) -> Bool {
        let part = part(start, end)
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return (try? UTF8Span(validating: part.span)) != nil
        }
        return String(validating: part, as: UTF8.self) != nil
    }

    /// Strict conversion: no repair of bad bytes.
    private static func validated(_ part: UnsafeBufferPointer<UInt8>) -> String? {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            guard let span = try? UTF8Span(validating: part.span) else { return nil }
            return String(copying: span)
        }
        return String(validating: part, as: UTF8.self)
    }
}
