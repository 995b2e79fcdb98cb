@_spi(Generated) @testable import WaybillRuntime

/// Any bytes as what a server sends: through the transport's handlers, and what comes of that through whole calls.
///
/// An input is a byte that says what stands before it (nothing, or a head with one of three framings), a byte for the size of
/// the pieces, a byte for the status, and the bytes themselves.
enum AnswerFuzz {
    static func fault(in bytes: [UInt8]) async -> String? {
        #if os(Linux)
        guard let sent = SentAnswer(bytes) else { return nil }
        let end = await sent.exchange()
        if let fault = sent.fault(of: end) { return fault }
        let keyed = await AnsweredCall.keyed(end).fault()
        if let keyed { return "with a key: \(keyed)" }
        return await AnsweredCall.unkeyed(end).fault().map { "without a key: \($0)" }
        #else
        return nil
        #endif
    }
}
