import SpecYAML
import WaybillJSON

/// Reads an operation's `sandbox`.
enum OperationSandboxDecoder {
    /// The behaviour of the sandbox on one operation.
    static func decode(_ reader: MappingReader, into log: inout DecodingLog) -> OperationSandboxSpec {
        var sandbox = OperationSandboxSpec()
        sandbox.store = store(reader, into: &log)
        if let load = reader.nested("load", as: .load, into: &log) {
            sandbox.load = reference(load, in: "from", into: &log)
        }
        if let again = reader.nested("repeat", as: .repeat, into: &log),
            let status = again.status("status", into: &log)
        {
            var answer = OperationSandboxSpec.Repeat(status: status)
            answer.set = again["set"].flatMap { JSONValueDecoder.object($0, into: &log) }
            sandbox.repeat = answer
        }
        if let each = reader.nested("each", as: .each, into: &log) { sandbox.each = self.each(each, into: &log) }
        sandbox.set = reader["set"].flatMap { JSONValueDecoder.object($0, into: &log) }
        return sandbox
    }

    private static func store(
        _ reader: MappingReader,
        into log: inout DecodingLog
    ) -> OperationSandboxSpec.Store? {
        guard let reader = reader.nested("store", as: .store, into: &log) else { return nil }
        guard let record = reference(reader, in: "in", into: &log) else { return nil }
        var store = OperationSandboxSpec.Store(record: record)
        store.moves = reader.named("moves", into: &log) { JSONValueDecoder.list($0.value, into: &$1) }
        return store
    }

    private static func reference(
        _ reader: MappingReader,
        in key: String,
        into log: inout DecodingLog
    ) -> OperationSandboxSpec.Reference? {
        let collection = reader.text(key, into: &log)
        let template = reader.text("as", into: &log)
        guard let collection, let template else { return nil }
        return OperationSandboxSpec.Reference(collection: collection, key: template)
    }

    private static func each(_ reader: MappingReader, into log: inout DecodingLog) -> OperationSandboxSpec.Each? {
        let over = reader.text("over", into: &log)
        let into = reader.text("into", into: &log)
        let item = reader["item"].flatMap { JSONValueDecoder.object($0, into: &log) }
        let store = store(reader, into: &log)
        guard let over, let into, let item else { return nil }
        var each = OperationSandboxSpec.Each(over: over, into: into, item: item)
        each.store = store
        return each
    }
}
