/// Turns resources with their operations and waiters into what is emitted for them.
struct OperationResolver {
    let table: DefinitionTable

    /// One resource.
    func resolve(_ resource: ResourceSpec) -> ResourceIR {
        let operations = resource.operations.map { operation($0, of: resource.name.value) }
        return ResourceIR(
            name: SwiftNaming.member(resource.name.value),
            type: SwiftNaming.type(resource.name.value),
            specName: resource.name.value,
            source: table.source(resource.name.location),
            folder: SwiftNaming.type(resource.name.value).text,
            about: resource.about?.value,
            operations: operations,
            waiters: resource.waiters.compactMap { waiter($0, operations: operations, of: resource) }
        )
    }

    private func operation(_ operation: Named<OperationSpec>, of resource: String) -> OperationIR {
        let spec = operation.value
        let fields = FieldResolver(table: table)
        let errors = ErrorResolver(table: table)
        let parameters = ParameterResolver(table: table).resolve(spec)
        return OperationIR(
            id: "\(resource).\(operation.name.value)",
            name: SwiftNaming.member(operation.name.value),
            about: spec.about?.value,
            notes: spec.notes?.value,
            deprecated: spec.deprecated?.value,
            method: spec.method.value,
            path: spec.path.value,
            isOverridable: spec.isOverridable,
            resend: spec.resend?.value ?? Self.defaultResend(spec.method.value),
            because: spec.because?.value,
            key: key(spec.idempotencyKey),
            envelope: envelope(spec),
            parameters: parameters,
            constants: ParameterResolver(table: table).constants(spec),
            body: spec.body.map { fields.member($0) },
            answer: spec.returns.map { TypeResolver(table: table).resolve($0.value) },
            errors: spec.throwing.map { errors.caseName($0.value) },
            pages: spec.pages.flatMap {
                PagesResolver(table: table).resolve($0, of: spec, named: operation.name.value)
            },
            like: spec.like.map { NamedText(name: $0.name.value, text: $0.value.value) },
            examples: ParameterResolver(table: table).examples(spec),
            wireExamples: WireExampleResolver(table: table).resolve(spec)
        )
    }

    /// The class where the spec says nothing: what the method promises (RFC 9110, section 9.2.2).
    private static func defaultResend(_ method: String) -> OperationSpec.Resend {
        ["GET", "HEAD", "PUT", "DELETE"].contains(method) ? .safe : .never
    }

    private func key(_ spec: IdempotencyKeySpec?) -> KeyIR {
        if let field = spec?.field { return .field(field.value) }
        guard let header = spec?.header else { return .none }
        return .header(header.value, make: spec?.make?.value ?? "{uuid}", maxLength: spec?.maxLength?.value)
    }

    private func envelope(_ spec: OperationSpec) -> EnvelopeIR {
        if spec.envelopes.count == 1, let only = spec.envelopes.first?.value {
            return only == "none" ? .none : only.contains(".") ? .paths([only]) : .member(only)
        }
        if !spec.envelopes.isEmpty { return .paths(spec.envelopes.map(\.value)) }
        guard let envelope = spec.envelope?.value else { return .inherited }
        return envelope.isEmpty ? .none : envelope.contains(".") ? .paths([envelope]) : .member(envelope)
    }

    private func waiter(
        _ waiter: Named<WaiterSpec>,
        operations: [OperationIR],
        of resource: ResourceSpec
    ) -> WaiterIR? {
        let place = resource.operations.firstIndex { $0.name.value == waiter.value.poll.value }
        guard let place else { return nil }
        return WaiterIR(
            id: "\(resource.name.value).\(waiter.name.value)",
            name: SwiftNaming.member(waiter.name.value),
            about: waiter.value.about?.value,
            notes: waiter.value.notes?.value,
            polled: operations[place],
            until: SwiftNaming.member(waiter.value.until.value),
            shows: shown(waiter.value, by: resource.operations[place].value),
            interval: waiter.value.every.value,
            timeout: waiter.value.timeout.value
        )
    }

    private func shown(_ waiter: WaiterSpec, by operation: OperationSpec) -> PropertyIR? {
        guard case .named(let name)? = operation.returns?.value.unwrapped,
            let field = table.model(name)?.fields.first(where: { $0.name.value == waiter.shows?.value })
        else { return nil }
        return FieldResolver(table: table).property(field)
    }
}
