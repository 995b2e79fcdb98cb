/// One subject of the fuzzer: what is done with an input, and what must then hold.
struct FuzzTarget: Sendable {
    /// The name of its inputs' folder.
    let name: String

    /// Takes an input; says what is wrong with what came of it, or nil.
    let fault: @Sendable ([UInt8]) async -> String?

    /// The subjects of this package; the generator has one more.
    static let all = [
        FuzzTarget(name: "json") { JSONFuzz.fault(in: $0) },
        FuzzTarget(name: "text") { TextFuzz.fault(in: $0) },
        FuzzTarget(name: "webhook") { WebhookFuzz.fault(in: $0) },
        FuzzTarget(name: "answer") { await AnswerFuzz.fault(in: $0) },
    ]
}
