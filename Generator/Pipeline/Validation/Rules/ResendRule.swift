import SpecYAML

struct ResendRule: LocalRule {
    let id = "resend"
    let summary = "`resend: documented` says where it is documented, and `resend: keyed` has a key."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            let resend = operation.resend
            if resend?.value == .documented, operation.because == nil, let location = resend?.location {
                diagnostics.error(id, noReason, at: location)
            }
            if let because = operation.because, resend?.value != .documented {
                diagnostics.error(id, idleReason, at: because.location)
            }
            if resend?.value == .keyed, operation.idempotencyKey == nil, let location = resend?.location {
                diagnostics.error(id, noKey, at: location)
            }
            if let key = operation.idempotencyKey, resend?.value != .keyed {
                diagnostics.error(id, idleKey, at: key.location)
            }
        }
    }
}

// MARK: - Messages

extension ResendRule {
    private var noReason: String { "'documented' needs its source; write 'because:' with where the vendor allows it" }

    private var idleReason: String { "'because' goes with 'resend: documented' only; leave it out" }

    private var noKey: String { "'keyed' needs a key; write 'idempotencyKey:', or 'resend: never'" }

    private var idleKey: String { "an idempotency key makes the operation repeatable; write 'resend: keyed'" }
}
