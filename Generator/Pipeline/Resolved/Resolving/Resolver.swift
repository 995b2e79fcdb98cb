import SpecYAML
@_spi(Generated) import WaybillRuntime

/// Turns a spec without errors into what it means.
///
/// It cannot fail: what a name stands for was found by validation.
struct Resolver {
    private let spec: Spec
    private let definitions: Definitions

    /// Takes a spec in which every name stands for something.
    init(_ validated: ValidatedSpec) {
        precondition(validated.definitions.isComplete, "a valid spec names nothing that it does not define")
        spec = validated.spec
        definitions = validated.definitions
    }

    /// Everything, in the spec's order.
    func resolve() -> ResolvedAPI {
        let errors = self.errors
        let operations = OperationResolver(spec: spec, definitions: definitions, errors: errors)
        let resources = spec.resources.map { operations.resolve($0) }
        let clients = ClientResolver(definitions: definitions, resources: resources)
        return ResolvedAPI(
            name: spec.api.value,
            location: spec.api.location,
            slug: slug,
            about: spec.about?.value,
            notes: spec.notes?.value,
            docs: spec.docs?.value,
            certainty: spec.certainty,
            rates: spec.rates.map { ResolvedRate($0) },
            envelope: ResolvedEnvelope(single: spec.envelope, several: spec.envelopes),
            metadata: metadata,
            timeouts: ResolvedTimeouts(
                connect: spec.timeouts.connect?.value,
                attempt: spec.timeouts.attempt?.value,
                call: spec.timeouts.call?.value
            ),
            retry: ResolvedRetry(spec.retry),
            errors: errors,
            clients: spec.clients.map { clients.resolve($0) },
            resources: resources,
            definitions: definitions,
            webhooks: spec.webhooks.map { WebhookResolver(definitions: definitions).resolve($0) },
            sandbox: ResolvedSandbox(
                credentials: spec.sandbox.credentials.map { ($0.name.value, $0.value.value) },
                errors: spec.sandbox.errors.map { ($0.name.value, $0.value.value) }
            ),
            allCertainty: spec.allCertainty
        )
    }

    private var slug: String {
        let slug = spec.api.value.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return slug.isEmpty ? "api" : slug
    }

    private var metadata: ResolvedMetadata {
        ResolvedMetadata(
            requestID: spec.metadata.requestID?.value,
            rateLimit: ResolvedRateHeaders(spec.metadata.rateLimit),
            replayed: spec.metadata.replayed?.value
        )
    }

    private var errors: ResolvedErrors {
        ResolvedErrors(
            message: spec.errors.message.map { DottedPath($0.value) },
            code: spec.errors.code.map { DottedPath($0.value) },
            details: spec.errors.details.map { DottedPath(envelope: $0.value) },
            fields: spec.errors.fields.map { field in
                ResolvedErrorField(
                    name: field.name.value,
                    swiftName: field.value.swiftName?.value,
                    location: field.name.location,
                    type: definitions.type(field.value.type.value).unwrapped,
                    about: field.value.about?.value,
                    paths: field.value.at.map { DottedPath($0.value) },
                    certainty: field.value.certainty
                )
            },
            codes: definitions.errorCodes,
            cases: spec.errors.cases.map { errorCase($0) },
            refusal: RefusalRule(spec.errors),
            areProblems: spec.errors.form?.value == .problem
        )
    }

    private func errorCase(_ errorCase: Named<ErrorCaseSpec>) -> ResolvedErrorCase {
        ResolvedErrorCase(
            name: errorCase.name.value,
            swiftName: errorCase.value.swiftName?.value,
            location: errorCase.name.location,
            about: errorCase.value.about?.value,
            codes: errorCase.value.codes.map(\.value),
            statuses: errorCase.value.statuses.map(\.value),
            details: errorCase.value.details.flatMap { definitions.type(.named($0.value)).model },
            certainty: errorCase.value.certainty
        )
    }
}
