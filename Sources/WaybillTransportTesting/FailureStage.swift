package import WaybillRuntime

/// How far a request came, as a check expects it.
package enum FailureStage: Sendable, Hashable, CustomStringConvertible {
    case neverSent
    case unknown
    case answered(status: Int)

    package init(_ progress: TransportError.Progress) {
        switch progress {
        case .neverSent: self = .neverSent
        case .unknown: self = .unknown
        case .answered(let response): self = .answered(status: response.status)
        }
    }

    package var description: String {
        switch self {
        case .neverSent: "never sent"
        case .unknown: "may have arrived"
        case .answered(let status): "an answer with status \(status) broke off"
        }
    }
}
