@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// How a sandbox behaves on one operation; see ``OperationSandboxSpec``.
package struct ResolvedBehaviour: Sendable {
    package struct Record: Sendable {
        package let collection: String
        package let key: TextTemplate
    }

    /// Where a record is stored, and how it changes each time that it is read.
    package struct Store: Sendable {
        package let record: Record
        /// The values that follow each other at a path, one a read; the last one stays.
        package let moves: [(path: DottedPath, values: [JSONValue])]
    }

    /// The answer to a known idempotency key.
    package struct Repetition: Sendable {
        package let status: Int
        /// Members that are set on the first answer.
        package let set: JSONObject
    }

    /// One element of the answer for each element of a list in the body.
    package struct Each: Sendable {
        package let over: DottedPath
        package let into: DottedPath
        /// The element, its texts being templates.
        package let item: JSONObject
        /// Where each element is stored.
        package let store: Store?
    }

    /// The collection into which the answer is stored.
    package let store: Store?
    /// The collection from which a record is read.
    package let load: Record?
    /// What a known idempotency key is answered with, where that is no plain replay.
    package let repetition: Repetition?
    /// Elements of the answer for those of a list in the body.
    package let each: Each?
    /// Members that are set on the answer, their texts being templates.
    package let set: JSONObject
}

extension ResolvedBehaviour {
    init(_ spec: OperationSandboxSpec) {
        store = spec.store.map { Store($0) }
        load = spec.load.map { Record($0) }
        repetition = spec.repeat.map { Repetition(status: $0.status.value, set: $0.set?.value ?? [:]) }
        each = spec.each.map { each in
            Each(
                over: DottedPath(each.over.value),
                into: DottedPath(each.into.value),
                item: each.item.value,
                store: each.store.map { Store($0) }
            )
        }
        set = spec.set?.value ?? [:]
    }
}

extension ResolvedBehaviour.Record {
    fileprivate init(_ spec: OperationSandboxSpec.Reference) {
        self.init(collection: spec.collection.value, key: TextTemplate(spec.key.value))
    }
}

extension ResolvedBehaviour.Store {
    fileprivate init(_ spec: OperationSandboxSpec.Store) {
        self.init(
            record: ResolvedBehaviour.Record(spec.record),
            moves: spec.moves.map { (DottedPath($0.name.value), $0.value.value) }
        )
    }
}
