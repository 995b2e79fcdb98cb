import SpecYAML
@_spi(Generated) import WaybillRuntime

struct EnvelopesRule: LocalRule {
    let id = "envelope"
    let summary = "The places of an envelope are paths, and none stands behind `none`, which always holds."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        check([context.spec.envelope].compactMap(\.self), into: &diagnostics)
        check(context.spec.envelopes, into: &diagnostics)
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            if let single = operation.envelope, !single.value.isEmpty { check([single], into: &diagnostics) }
            check(operation.envelopes, into: &diagnostics)
            if operation.returns == nil, let idle = operation.envelopes.first ?? named(operation.envelope) {
                diagnostics.error(id, operation.rawAnswer == nil ? nothing : noJSON, at: idle.location)
            }
        }
    }

    /// A place that somebody wrote for this operation; `none` does no harm where nothing is answered.
    private func named(_ envelope: Located<String>?) -> Located<String>? {
        envelope?.value.isEmpty == false ? envelope : nil
    }

    private func check(_ paths: [Located<String>], into diagnostics: inout DiagnosticCollector) {
        for (index, place) in paths.enumerated() {
            if !DottedPath.isWellFormed(place.value) {
                diagnostics.error(id, noPath(place.value), at: place.location)
            }
            if paths[..<index].contains(where: { $0.value == "none" }) {
                diagnostics.error(id, unreachable, at: place.location)
            }
        }
    }
}

// MARK: - Messages

extension EnvelopesRule {
    private var nothing: String { "the operation answers nothing, so nothing stands there; leave out 'envelope'" }

    private var noJSON: String { "the whole body is the value where it is no JSON; leave out 'envelope'" }

    private var unreachable: String { "'none' is the whole body, which is always there; write it last" }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path into the body; write member names with dots between them, such as data.message"
    }
}
