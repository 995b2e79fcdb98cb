package import WaybillRuntime

extension FailureReport {
    /// The limit that passed, where that is what went wrong.
    package var expired: ExpiredTimeout? {
        if case .timedOut(let expired) = kind { expired } else { nil }
    }

    /// The answer that could not be read, where that is what went wrong.
    package var undecodable: UndecodableAnswer? {
        if case .undecodable(let answer) = kind { answer } else { nil }
    }

    /// Whether the task was cancelled.
    package var isCancellation: Bool {
        if case .cancelled = kind { true } else { false }
    }
}
