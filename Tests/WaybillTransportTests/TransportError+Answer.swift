import WaybillRuntime

extension TransportError {
    /// What came of an answer that broke off, where one had begun.
    var answer: TransportResponse? {
        if case .answered(let response) = progress { response } else { nil }
    }
}
