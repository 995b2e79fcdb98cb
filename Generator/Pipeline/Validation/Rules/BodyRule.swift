import SpecYAML
@_spi(Generated) import WaybillRuntime

struct BodyRule: LocalRule {
    let id = "body"
    let summary =
        "GET and HEAD have no body (RFC 9110, section 9.3.1), what has none has no `encoding`, and files are `multipart`."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations) {
            if !operation.value.hasBody, let encoding = operation.value.encoding {
                diagnostics.error(id, noBody, at: encoding.location)
            }
            if let file = operation.value.files.first, operation.value.encoding?.value != .multipart {
                diagnostics.error(id, noFiles, at: file.name.location)
            }
            let method = operation.value.method.value
            let location = operation.value.body.first?.name.location ?? operation.additionalProperties?.location
            guard ["GET", "HEAD"].contains(method), let location else { continue }
            diagnostics.error(id, message(method), at: location)
        }
    }
}

// MARK: - Messages

extension BodyRule {
    private var noBody: String { "the operation has no body; leave out 'encoding', or write 'body'" }

    private var noFiles: String { "files are parts of a body that is multipart; write 'encoding: multipart'" }

    private func message(_ method: String) -> String {
        "\(method) has no body; move the fields to 'query', or take another method"
    }
}
