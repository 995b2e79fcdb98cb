@_spi(Generated) import WaybillRuntime

/// Resolves resources with their operations and waiters.
struct OperationResolver {
    /// How long an idempotency key may be where the spec does not say it.
    static let usualKeyLength = 255

    let spec: Spec
    let definitions: Definitions
    let errors: ResolvedErrors

    func resolve(_ resource: ResourceSpec) -> ResolvedResource {
        let operations = resource.operations.map { operation($0, of: resource.name.value) }
        return ResolvedResource(
            name: resource.name.value,
            location: resource.name.location,
            about: resource.about?.value,
            operations: operations,
            waiters: resource.waiters.map { waiter($0, operations, of: resource.name.value) },
            certainty: resource.certainty
        )
    }

    private func operation(_ operation: Named<OperationSpec>, of resource: String) -> ResolvedOperation {
        let own = operation.value
        let parameters = definitions.parameters(of: own)
        let body = RequestBody(own, definitions)
        let envelope = ResolvedEnvelope(own, in: spec)
        let answer = own.returns.map { definitions.type($0.value) }
        return ResolvedOperation(
            id: "\(resource).\(operation.name.value)",
            name: operation.name.value,
            location: operation.name.location,
            about: own.about?.value,
            notes: own.notes?.value,
            deprecated: own.deprecated?.value,
            method: own.method.value,
            path: TextTemplate(own.path.value),
            host: own.host?.value,
            isAuthenticated: own.auth == nil,
            isOverridable: own.isOverridable,
            success: success(own),
            resend: own.resolvedResend,
            because: own.because?.value,
            key: key(own.idempotencyKey),
            keyLifetime: own.idempotencyKey?.keep?.value,
            rates: own.rates.map { ResolvedRate($0) },
            parameters: parameters,
            query: definitions.members(own.queryParameters),
            headers: definitions.members(own.headerParameters),
            body: body,
            envelope: envelope,
            inheritsEnvelope: own.envelope == nil && own.envelopes.isEmpty,
            pages: own.pages.map { PagesResolver(answer: answer, parameters: parameters).resolve($0) },
            answer: answer,
            rawAnswer: own.rawAnswer?.value,
            accept: own.accept?.value,
            answerLimit: own.answerLimit?.value,
            revalidates: own.ifNoneMatch?.value ?? false,
            answerHeaders: own.answerHeaders.map { definitions.answerHeader($0) },
            failures: (spec.errors.always + own.throwing).map { errorCase($0.value) },
            like: own.like.map { ($0.name.value, $0.value.value) },
            examples: ExampleResolver(
                operation: own,
                parameters: parameters,
                body: body,
                envelope: envelope,
                errors: errors
            ).resolve(),
            sandbox: own.sandbox.map { ResolvedBehaviour($0) },
            certainty: own.certainty
        )
    }

    /// The status that the spec says, or else that of the first success among the examples.
    private func success(_ operation: OperationSpec) -> Int {
        let shown = operation.examples.map(\.value).first { $0.isSuccess(in: spec) }?.status.value
        return operation.success?.value ?? shown ?? (operation.returns == nil && operation.rawAnswer == nil ? 204 : 200)
    }

    private func key(_ spec: IdempotencyKeySpec?) -> ResolvedOperation.Key {
        if let field = spec?.field { return .field(DottedPath(field.value)) }
        guard let header = spec?.header else { return .none }
        return .header(
            header.value,
            make: spec?.make?.value ?? "{uuid}",
            maxLength: spec?.maxLength?.value ?? Self.usualKeyLength
        )
    }

    private func errorCase(_ name: String) -> ResolvedErrorCase {
        guard let errorCase = errors.cases.first(where: { $0.name == name }) else {
            preconditionFailure("a valid operation throws cases that exist")
        }
        return errorCase
    }

    // MARK: - Waiters

    private func waiter(
        _ waiter: Named<WaiterSpec>,
        _ operations: [ResolvedOperation],
        of resource: String
    ) -> ResolvedWaiter {
        let polled = operations.first { $0.name == waiter.value.poll.value }
        let model = polled?.answer?.model
        guard let polled, let until = model?.predicates.first(where: { $0.name == waiter.value.until.value }) else {
            preconditionFailure("a valid waiter polls an operation until a predicate of its answer holds")
        }
        return ResolvedWaiter(
            id: "\(resource).\(waiter.name.value)",
            name: waiter.name.value,
            location: waiter.name.location,
            about: waiter.value.about?.value,
            notes: waiter.value.notes?.value,
            polled: polled,
            until: until,
            status: waiter.value.statusField.flatMap { model?.value.field($0.value) },
            interval: waiter.value.every.value,
            timeout: waiter.value.timeout.value,
            certainty: waiter.value.certainty
        )
    }
}
