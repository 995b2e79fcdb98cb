/// Where an API's error bodies have what they say.
///
/// Paths are dotted (`error.message`) and tried in order.
@_spi(Generated)
public struct ErrorPaths: Sendable {
    let message: [DottedPath]
    let code: [DottedPath]
    let details: [DottedPath]
    let refusal: RefusalRule?

    /// Makes a description of error bodies.
    /// - Parameters:
    ///   - message: A string wins; a list of strings, or of objects with a `message`, is joined with semicolons.
    ///   - code: A string or a whole number wins.
    ///   - details: Anything but null wins; the empty path is the whole body.
    ///   - refusal: What in the body of a 2xx is a failure too.
    public init(
        message: [String] = ["message"],
        code: [String] = [],
        details: [String] = [],
        refusal: RefusalRule? = nil
    ) {
        self.message = message.map { DottedPath($0) }
        self.code = code.map { DottedPath($0) }
        self.details = details.map { DottedPath($0) }
        self.refusal = refusal
    }
}
