import WaybillRuntime

/// A request of a trial that has ended, and what is expected of its end.
struct SentRequest: Sendable {
    let trial: TransportTrial
    /// What the request is called where its end is not as expected.
    let name: String
    let outcome: TransportOutcome

    /// The answer, where there is one.
    var response: TransportResponse? {
        if case .answered(let response) = outcome { response } else { nil }
    }

    /// The error, where there is one.
    var error: TransportError? {
        if case .failed(let error) = outcome { error } else { nil }
    }

    /// Expects a whole answer.
    func expectAnswer(_ status: Int = 200, body: [UInt8]? = nil) {
        guard let response, response.status == status else {
            return trial.record("\(name): expected an answer with status \(status); came \(outcome)")
        }
        if let body, response.body != body {
            trial.record("\(name): expected a body of \(Self.text(body)); came \(Self.text(response.body))")
        }
    }

    /// Expects the text as the body of a whole answer.
    func expectAnswer(_ status: Int = 200, body: String) {
        expectAnswer(status, body: Array(body.utf8))
    }

    /// Expects an error, at one of these stages, and for one of these reasons; nil for any.
    func expectFailure(_ stages: [FailureStage], _ reasons: Set<TransportError.Reason>? = nil) {
        if let error, stages.contains(FailureStage(error.progress)), reasons?.contains(error.reason) ?? true { return }
        var expected = stages.map(\.description).joined(separator: ", or ")
        if let reasons { expected += "; " + reasons.map(\.description).sorted().joined(separator: ", or ") }
        trial.record("\(name): expected an error (\(expected)); came \(outcome)")
    }

    private static func text(_ body: [UInt8]) -> String {
        body.count > 40 ? "\(body.count) bytes" : String(decoding: body, as: UTF8.self).debugDescription
    }
}
