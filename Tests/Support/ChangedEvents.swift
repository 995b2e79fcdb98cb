import WaybillTesting
@_spi(Generated) package import WaybillWebhooks

/// What becomes of an event once for each of its bytes and eight random values of that byte, signed as it then is.
///
/// The changes are the same ones in every run.
package struct ChangedEvents {
    /// How many were read.
    package private(set) var readCount = 0
    /// How many were not recognized.
    package private(set) var unrecognizedCount = 0
    /// Those that came with another body, or not recognized without a word on why.
    package private(set) var wrong: [String] = []

    /// Delivers all of them.
    ///
    /// - Throws: What refuses one: each is genuine.
    package init(of body: [UInt8], to webhook: some APIWebhook) throws {
        var generator = SplitMix64(seed: 11)
        for place in body.indices {
            for _ in 0..<8 {
                var changed = body
                changed[place] = UInt8.random(in: .min ... .max, using: &generator)
                try deliver(changed, to: webhook)
            }
        }
    }

    private mutating func deliver(_ body: [UInt8], to webhook: some APIWebhook) throws {
        let delivery = try webhook.receive(body: body, headers: webhook.receiver.sign(body: body))
        let event = delivery.event.unrecognizedEvent
        if event == nil { readCount += 1 } else { unrecognizedCount += 1 }
        // What is no JSON has a reason; a type that was changed has none.
        let isExplained = event.map { $0.json != nil || $0.reason != nil } ?? true
        if delivery.payload.body != body || !isExplained { wrong.append(String(decoding: body, as: UTF8.self)) }
    }
}
