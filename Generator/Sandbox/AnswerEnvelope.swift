import Pipeline
import WaybillJSON

/// Where the value of an answer stands: the first of several places that the answer has.
struct AnswerEnvelope {
    private let paths: [String]

    init(_ spec: Spec, _ operation: OperationSpec) {
        let candidates =
            if !operation.envelopes.isEmpty {
                operation.envelopes.map(\.value)
            } else if let envelope = operation.envelope {
                [envelope.value]
            } else if !spec.envelopes.isEmpty {
                spec.envelopes.map(\.value)
            } else {
                [spec.envelope?.value ?? ""]
            }
        paths = candidates.map { $0 == "none" ? "" : $0 }
    }

    /// The dotted path in a document; empty for the document itself.
    func path(in document: JSONValue?) -> String {
        paths.first { document?.value(at: $0) != nil } ?? paths.first ?? ""
    }
}
