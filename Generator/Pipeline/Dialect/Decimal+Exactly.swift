@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

extension Decimal {
    /// The value of a number of JSON, as generated code reads it; nil where a `Decimal` would round it.
    init?(exactly text: String) {
        guard let value = try? JSONReader.read(Array(text.utf8), { $0.decimal() }) else { return nil }
        self = value
    }
}
