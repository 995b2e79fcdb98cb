import SpecYAML
import WaybillJSON

/// Reads one operation of a resource's file.
enum OperationDecoder {
    /// The operation under a name.
    static func decode(_ member: YAMLMember, into log: inout DecodingLog) -> OperationSpec? {
        guard let reader = MappingReader(member.value, as: .operation, owner: member.keyLocation, into: &log) else {
            return nil
        }
        let line = reader["http"].flatMap { HTTPLineDecoder.decode($0, into: &log) }
        let fallback = Located("", at: member.keyLocation)
        var operation = OperationSpec(
            at: reader.location,
            method: line?.method ?? fallback,
            path: line?.path ?? fallback
        )
        texts(reader, of: &operation, into: &log)
        behaviour(reader, of: &operation, into: &log)
        parameters(reader, of: &operation, into: &log)
        answers(reader, of: &operation, into: &log)
        return operation
    }

    private static func texts(
        _ reader: MappingReader,
        of operation: inout OperationSpec,
        into log: inout DecodingLog
    ) {
        operation.about = reader.text("about", into: &log)
        operation.notes = reader.text("notes", into: &log)
        operation.deprecated = reader.text("deprecated", into: &log)
        operation.like = reader.named("like", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
    }

    private static func behaviour(
        _ reader: MappingReader,
        of operation: inout OperationSpec,
        into log: inout DecodingLog
    ) {
        operation.isOverridable = reader.bool("overridable", into: &log)?.value ?? false
        operation.success = reader.status("success", into: &log)
        operation.resend = reader.word("resend", OperationSpec.Resend.self, into: &log)
        operation.because = reader.text("because", into: &log)
        guard let key = reader.nested("idempotencyKey", as: .idempotencyKey, into: &log) else { return }
        var rule = IdempotencyKeySpec(at: key.location)
        rule.header = key.text("header", into: &log)
        rule.field = key.text("field", into: &log)
        rule.make = key.text("make", into: &log)
        rule.maxLength = key.int("maxLength", into: &log)
        operation.idempotencyKey = rule
    }

    private static func parameters(
        _ reader: MappingReader,
        of operation: inout OperationSpec,
        into log: inout DecodingLog
    ) {
        operation.arguments = reader.named("arguments", into: &log, of: FieldDecoder.decode)
        operation.pathParameters = reader.named("path", into: &log, of: FieldDecoder.decode)
        operation.queryParameters = reader.named("query", into: &log, of: FieldDecoder.decode)
        operation.headerParameters = reader.named("headers", into: &log, of: FieldDecoder.decode)
        operation.body = reader.named("body", into: &log, of: FieldDecoder.decode)
    }

    private static func answers(
        _ reader: MappingReader,
        of operation: inout OperationSpec,
        into log: inout DecodingLog
    ) {
        let envelope = EnvelopeDecoder.decode(reader, into: &log)
        operation.envelope = envelope.single
        operation.envelopes = envelope.candidates
        if let pages = reader.nested("pages", as: .pages, into: &log) {
            operation.pages = self.pages(pages, into: &log)
        }
        operation.returns = reader["returns"].flatMap { TypeExpressionDecoder.decode($0, into: &log) }
        operation.throwing = reader.texts("throws", into: &log)
        operation.examples = reader.named("examples", into: &log, of: example)
        if let sandbox = reader.nested("sandbox", as: .operationSandbox, into: &log) {
            operation.sandbox = OperationSandboxDecoder.decode(sandbox, into: &log)
        }
    }

    private static func pages(_ reader: MappingReader, into log: inout DecodingLog) -> PagesSpec? {
        let items = reader.text("items", into: &log)
        let page = reader.text("page", into: &log)
        guard let items, let page else { return nil }
        var pages = PagesSpec(at: reader.location, items: items, page: page)
        pages.size = reader.text("size", into: &log)
        pages.hasMore = reader.text("hasMore", into: &log)
        pages.total = reader.text("total", into: &log)
        pages.carry = reader.named("carry", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
        return pages
    }

    private static func example(_ member: YAMLMember, into log: inout DecodingLog) -> ExampleSpec? {
        guard let reader = MappingReader(member.value, as: .example, owner: member.keyLocation, into: &log) else {
            return nil
        }
        guard let status = reader.status("status", into: &log) else { return nil }
        var example = ExampleSpec(at: reader.location, status: status)
        example.about = reader.text("about", into: &log)
        example.arguments = reader["arguments"].flatMap { JSONValueDecoder.object($0, into: &log) }
        example.request = reader.text("request", into: &log)
        example.response = reader.rawText("response", into: &log)
        return example
    }
}
