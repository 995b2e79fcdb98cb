import Pipeline
import WaybillJSON

/// The definitions of a spec by name.
struct SpecIndex: Sendable {
    let spec: Spec
    private let models: [String: ModelSpec]
    private let unions: [String: UnionSpec]
    private let enums: [String: EnumSpec]

    init(_ spec: Spec) {
        self.spec = spec
        models = Self.table(spec.models)
        unions = Self.table(spec.unions)
        enums = Self.table(spec.enums)
    }

    func model(_ name: String) -> ModelSpec? { models[name] }

    func union(_ name: String) -> UnionSpec? { unions[name] }

    func `enum`(_ name: String) -> EnumSpec? { enums[name] }

    /// The codes that stand for a status, in the spec's order.
    func codes(for status: Int) -> [String] {
        spec.errors.codes.filter { $0.status?.value == status }.map(\.name.value)
    }

    /// What the spec says of a code.
    func code(_ name: String) -> ErrorCodeSpec? {
        spec.errors.codes.first { $0.name.value == name }?.value
    }

    /// The model of the details of a failure, found as a client finds it: by code first, then by status.
    func details(code: String?, status: Int) -> ModelSpec? {
        let cases = spec.errors.cases
        let byCode = cases.first { candidate in candidate.codes.contains { $0.value == code } }
        let byStatus = cases.first { candidate in candidate.statuses.contains { $0.value.contains(status) } }
        return (byCode ?? byStatus)?.details.flatMap { model($0.value) }
    }

    private static func table<Value>(_ list: [Named<Value>]) -> [String: Value] {
        Dictionary(list.map { ($0.name.value, $0.value) }) { first, _ in first }
    }
}

extension Named where Value == FieldSpec {
    /// The keys under which the field stands on the wire.
    var wireNames: [String] {
        value.keys.isEmpty ? [name.value] : value.keys.map(\.value)
    }
}
