/// One status code or a range of them: `429`, `.range(500...599)`.
@_spi(Generated)
public struct StatusRange: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// The status codes, both ends included.
    public let codes: ClosedRange<Int>

    /// Makes a range of a single status code.
    public init(integerLiteral code: Int) {
        codes = code...code
    }

    private init(codes: ClosedRange<Int>) {
        self.codes = codes
    }

    /// A range of status codes, both ends included.
    public static func range(_ codes: ClosedRange<Int>) -> StatusRange { StatusRange(codes: codes) }

    /// Whether a status code belongs to it.
    public func contains(_ code: Int) -> Bool { codes.contains(code) }
}
