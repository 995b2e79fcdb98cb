import InMemoryTracing
import Tracing

/// A tracer that keeps its spans in memory, and sends them along as W3C Trace Context has it (section 3.2, `traceparent`).
struct TraceContextTracer: Tracer {
    let tracer: InMemoryTracer

    /// The version, the trace in 32 hexadecimal digits, the span in 16, and that it is sampled.
    static func field(traceID: String, spanID: String) -> String {
        "00-\(digits(traceID, 32))-\(digits(spanID, 16))-01"
    }

    private static func digits(_ id: String, _ count: Int) -> String {
        let digits = id.filter(\.isHexDigit).lowercased()
        return String(repeating: "0", count: max(0, count - digits.count)) + digits.suffix(count)
    }

    func startSpan(
        _ operationName: String,
        context: @autoclosure () -> InstrumentationContext,
        ofKind kind: SpanKind,
        at instant: @autoclosure () -> some TracerInstant,
        function: String,
        file fileID: String,
        line: UInt
    ) -> InMemorySpan {
        tracer.startSpan(
            operationName,
            context: context(),
            ofKind: kind,
            at: instant(),
            function: function,
            file: fileID,
            line: line
        )
    }

    func activeSpan(identifiedBy context: InstrumentationContext) -> InMemorySpan? {
        tracer.activeSpan(identifiedBy: context)
    }

    func forceFlush() { tracer.forceFlush() }

    func inject<Carrier, Inject: Injector>(
        _ context: InstrumentationContext,
        into carrier: inout Carrier,
        using injector: Inject
    ) where Carrier == Inject.Carrier {
        guard let span = context.inMemorySpanContext else { return }
        let field = Self.field(traceID: span.traceID, spanID: span.spanID)
        injector.inject(field, forKey: "traceparent", into: &carrier)
    }

    func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier,
        into context: inout InstrumentationContext,
        using extractor: Extract
    ) where Carrier == Extract.Carrier {
        tracer.extract(carrier, into: &context, using: extractor)
    }
}
