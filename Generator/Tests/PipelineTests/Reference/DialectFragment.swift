import SpecYAML

@testable import Pipeline

/// A block of the reference that shows mappings of one kind, each under a name.
enum DialectFragment {
    /// Reads every member of a block by its declaration; false for a kind that has none.
    static func decode(_ root: YAMLNode, as kind: String, into log: inout DecodingLog) -> Bool {
        guard kind != "apiSandbox" else {
            let file = YAMLMember(key: "", keyLocation: root.location, value: root)
            return APISandboxSpec.dialect.decode(file, into: &log) != nil
        }
        return (root.mapping ?? []).allSatisfy { decode($0, as: kind, into: &log) }
    }

    private static func decode(_ member: YAMLMember, as kind: String, into log: inout DecodingLog) -> Bool {
        switch kind {
        case "auth": AuthSpec.dialect.decode(member, into: &log) != nil
        case "client": ClientSpec.dialect.decode(member, into: &log) != nil
        case "enum": EnumSpec.dialect.decode(member, into: &log) != nil
        case "errors": ErrorsSpec.dialect.decode(member, into: &log) != nil
        case "example": ExampleSpec.dialect.decode(member, into: &log) != nil
        case "field": FieldSpec.dialect.decode(member, into: &log) != nil
        case "like": OperationSpec.likeKind.decode(member, &log) != nil
        case "metadata": MetadataSpec.dialect.decode(member, into: &log) != nil
        case "model": ModelSpec.dialect.decode(member, into: &log) != nil
        case "operation": OperationSpec.dialect.decode(member, into: &log) != nil
        case "operationSandbox": OperationSandboxSpec.dialect.decode(member, into: &log) != nil
        case "predicate": Kind.predicate.decode(member, &log) != nil
        case "rate": Kind<[RateSpec]>.list(RateSpec.dialect.kind).decode(member, &log)?.isEmpty == false
        case "retry": RetrySpec.dialect.decode(member, into: &log) != nil
        case "timeouts": TimeoutsSpec.dialect.decode(member, into: &log) != nil
        case "union": UnionSpec.dialect.decode(member, into: &log) != nil
        case "waiter": WaiterSpec.dialect.decode(member, into: &log) != nil
        case "webhook": WebhookSpec.dialect.decode(member, into: &log) != nil
        default: false
        }
    }
}
