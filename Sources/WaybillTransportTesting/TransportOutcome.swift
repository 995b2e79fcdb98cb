import WaybillRuntime

/// How a `send` ended.
enum TransportOutcome: Sendable, CustomStringConvertible {
    case answered(TransportResponse)
    case failed(TransportError)
    /// It did not return.
    case hung(after: Duration)

    init(of request: TransportRequest, through transport: any Transport) async {
        do {
            self = .answered(try await transport.send(request))
        } catch {
            self = .failed(error)
        }
    }

    /// Whether the server may have received the request.
    var mayHaveArrived: Bool {
        if case .failed(let error) = self { error.progress != .neverSent } else { true }
    }

    var description: String {
        switch self {
        case .answered(let response): "an answer: \(response)"
        case .failed(let error): "an error: \(error)"
        case .hung(let patience): "nothing within \(patience)"
        }
    }
}
