import WaybillTesting

/// Hands over a document once for each of its bytes and eight random values of that byte; the same ones in every run.
package func forEachChangedByte(of document: [UInt8], _ body: ([UInt8]) throws -> Void) rethrows {
    var generator = SplitMix64(seed: 11)
    for place in document.indices {
        for _ in 0..<8 {
            var changed = document
            changed[place] = UInt8.random(in: 0...255, using: &generator)
            try body(changed)
        }
    }
}
