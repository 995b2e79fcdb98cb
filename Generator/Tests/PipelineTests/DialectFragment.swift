import SpecYAML

@testable import Pipeline

/// A block of the reference that shows mappings of one kind, each under a name.
enum DialectFragment {
    /// Reads every member of a block with the decoder of its kind; false for a kind that has none.
    static func decode(_ root: YAMLNode, as kind: String, into log: inout DecodingLog) -> Bool {
        for member in root.mapping ?? [] {
            guard decode(member, as: kind, into: &log) else { return false }
        }
        return true
    }

    private static func decode(_ member: YAMLMember, as kind: String, into log: inout DecodingLog) -> Bool {
        switch kind {
        case "client": _ = ClientDecoder.decode(member, into: &log)
        case "operation": _ = OperationDecoder.decode(member, into: &log)
        case "field": _ = FieldDecoder.decode(member, into: &log)
        case "model": _ = ModelDecoder.decode(member, file: "a.yaml", into: &log)
        case "enum": _ = EnumDecoder.decode(member, file: "a.yaml", into: &log)
        case "union": _ = UnionDecoder.decode(member, file: "a.yaml", into: &log)
        case "webhook": _ = WebhookDecoder.decode(member, file: "a.yaml", into: &log)
        case "predicate": _ = PredicateDecoder.decode(member.value, into: &log)
        case "example": return section("operation", "examples", member, extra: "http: GET /", into: &log)
        case "waiter": return section("resource", "waiters", member, extra: "resource: a", into: &log)
        default: return reader(member, as: kind, into: &log)
        }
        return true
    }

    private static func reader(_ member: YAMLMember, as kind: String, into log: inout DecodingLog) -> Bool {
        guard let kind = MappingKind(rawValue: kind),
            let reader = MappingReader(member.value, as: kind, into: &log)
        else { return false }
        switch kind {
        case .auth: _ = AuthDecoder.decode(reader, into: &log)
        case .retry: _ = RetryDecoder.decode(reader, into: &log)
        case .errors: _ = ErrorsDecoder.decode(reader, into: &log)
        case .operationSandbox: _ = OperationSandboxDecoder.decode(reader, into: &log)
        case .metadata, .rate, .timeouts, .apiSandbox: return api(member, into: &log)
        default: return false
        }
        return true
    }

    /// Reads a section of api.yaml inside a file that has nothing else.
    private static func api(_ member: YAMLMember, into log: inout DecodingLog) -> Bool {
        let file = SourceFile(path: "a.yaml", text: "waybill: 1\napi: A\nclients: {}")
        guard let root = YAMLParser.parse(file, into: &log.diagnostics) else { return false }
        let node = YAMLNode(content: .mapping((root.mapping ?? []) + [member]), location: root.location)
        return APIDecoder.decode(node, into: &log) != nil
    }

    /// Reads one member of a section of an operation or resource.
    private static func section(
        _ kind: String,
        _ key: String,
        _ member: YAMLMember,
        extra: String,
        into log: inout DecodingLog
    ) -> Bool {
        let file = SourceFile(path: "a.yaml", text: extra)
        guard let root = YAMLParser.parse(file, into: &log.diagnostics) else { return false }
        let node = YAMLNode(content: .mapping([member]), location: member.value.location)
        let section = YAMLMember(key: key, keyLocation: member.keyLocation, value: node)
        let whole = YAMLNode(content: .mapping((root.mapping ?? []) + [section]), location: root.location)
        if kind == "resource" { return ResourceDecoder.decode(whole, file: "a.yaml", into: &log)?.waiters.count == 1 }
        let operation = YAMLMember(key: "a", keyLocation: member.keyLocation, value: whole)
        return OperationDecoder.decode(operation, into: &log)?.examples.count == 1
    }
}
