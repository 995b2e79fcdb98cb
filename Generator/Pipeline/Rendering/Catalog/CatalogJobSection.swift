@_spi(Generated) import WaybillRuntime

/// The part of the page about job queues, which repeat failed work by themselves.
struct CatalogJobSection {
    let api: ResolvedAPI

    var lines: [String] {
        var lines = [
            "## Background jobs", "",
            "A job queue that repeats failed jobs and a client that repeats failed calls multiply. Let one of them do it:",
            "",
        ]
        lines += Markdown.swift { $0.line("options: CallOptions(maxAttempts: 1)") }
        let operations = api.operations
        if operations.contains(where: \.takesKey) {
            lines += [
                "Give calls that take an `idempotencyKey` one that belongs to the job, not to the attempt: then the job can run",
                "again without doing its work twice.", "",
            ]
        }
        let fields = operations.compactMap {
            if case .field(let path) = $0.key { Markdown.code(path.text) } else { nil }
        }
        if let field = fields.first {
            lines += [
                "The idempotency key lives in the body (\(field)): give one that belongs to the job, not to the attempt, and the",
                "job can run again without doing its work twice.", "",
            ]
        }
        lines += [
            "`error.delivery` tells what is known of a failed call: `.notSent` and `.rejected` did nothing, `.unknown` may have",
            "done its work, `.accepted` has done it. `error.retryAfter` is how long the server asks to wait.", "",
        ]
        return lines
    }
}
