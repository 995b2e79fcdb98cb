@_spi(Generated) import WaybillRuntime

extension ResourceSpec {
    /// Gives each operation the body that it has from another one; a rule reports those that there are not.
    mutating func completeBodies() {
        for index in operations.indices {
            operations[index].value.takeWholeBody()
            operations[index].value.body += operations[index].value.files.map { Named($0.name, $0.value.field) }
        }
        let own = operations
        for (index, operation) in own.enumerated() {
            let base = own.first { $0.name.value == operation.bodyFrom?.value }
            guard let base, base.bodyFrom == nil, !base.hasWholeBody else { continue }
            operations[index].value.body = Self.body(base.body, with: operation.body)
            operations[index].value.encoding = operation.encoding ?? base.encoding
            if operation.atLeastOneOf.isEmpty { operations[index].value.atLeastOneOf = base.atLeastOneOf }
            operations[index].value.additionalProperties =
                operation.additionalProperties ?? base.additionalProperties
        }
    }

    /// Says of each body how it is written, where the operation does not.
    mutating func completeEncodings(_ usual: Located<BodyEncoding>) {
        for (index, operation) in operations.enumerated() where operation.encoding == nil && operation.value.hasBody {
            operations[index].value.encoding = operation.hasWholeBody ? operation.value.wholeEncoding : usual
        }
    }

    /// Says of each parameter of a query how lists and objects stand in it, where it does not say so itself.
    mutating func completeQueries(_ usual: FormNotation) {
        for operation in operations.indices {
            for field in operations[operation].value.queryParameters.indices {
                operations[operation].value.queryParameters[field].value.usualEncoding = usual
            }
        }
    }

    /// The fields of a body, each replaced by another one of its name, and then the other ones.
    private static func body(_ base: [Named<FieldSpec>], with others: [Named<FieldSpec>]) -> [Named<FieldSpec>] {
        let names = Set(base.map(\.name.value))
        return base.map { field in others.first { $0.name == field.name } ?? field }
            + others.filter { !names.contains($0.name.value) }
    }
}

extension OperationSpec {
    /// Whether requests have a body.
    var hasBody: Bool { !body.isEmpty || additionalProperties != nil }

    /// Whether one argument is the whole body.
    var hasWholeBody: Bool { !wholeBody.isEmpty || !rawBody.isEmpty }

    /// Makes the argument that is the whole body its only field, unless it has fields, which a rule reports.
    fileprivate mutating func takeWholeBody() {
        guard body.isEmpty else { return }
        body = Array((wholeBody + rawBody.map { Named($0.name, $0.value.field) }).prefix(1))
    }

    fileprivate var wholeEncoding: Located<BodyEncoding> {
        let name = (wholeBody.map(\.name) + rawBody.map(\.name))[0]
        guard let raw = rawBody.first, wholeBody.isEmpty else { return Located(.json, at: name.location) }
        return Located(raw.value.type.value == .text ? .text : .bytes, at: name.location)
    }
}
