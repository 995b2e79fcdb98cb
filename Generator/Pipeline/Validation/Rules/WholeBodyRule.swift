import SpecYAML
@_spi(Generated) import WaybillRuntime

struct WholeBodyRule: LocalRule {
    let id = "whole-body"
    let summary =
        "A body is fields, or one argument that is all of it, which is always given; its media type is one."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            checkType(operation, into: &diagnostics)
            guard operation.hasWholeBody else { continue }
            checkOthers(operation, into: &diagnostics)
            checkEncoding(operation, into: &diagnostics)
            for field in operation.wholeBody { checkField(field, into: &diagnostics) }
        }
        for resource in context.spec.resources {
            for operation in resource.operations {
                let base = resource.operations.first { $0.name.value == operation.bodyFrom?.value }
                guard let base, base.hasWholeBody, let name = operation.bodyFrom else { continue }
                diagnostics.error(id, noFields(name.value), at: name.location)
            }
        }
    }

    private func checkType(_ operation: OperationSpec, into diagnostics: inout DiagnosticCollector) {
        guard let type = operation.contentType else { return }
        let isOne = MediaRanges.areWellFormed(type.value) && !type.value.contains(",") && !type.value.contains("*")
        if !isOne { diagnostics.error(id, noMediaType(type.value), at: type.location) }
        switch operation.encoding?.value {
        case .form?, .multipart?: if operation.hasBody { diagnostics.error(id, formType, at: type.location) }
        case .json?, .text?, .bytes?, nil: break
        }
        if !operation.hasBody, ["GET", "HEAD"].contains(operation.method.value) {
            diagnostics.error(id, nothingSent(operation.method.value), at: type.location)
        }
    }

    private func checkOthers(_ operation: OperationSpec, into diagnostics: inout DiagnosticCollector) {
        let names = operation.wholeBody.map(\.name) + operation.rawBody.map(\.name)
        for name in names.dropFirst() { diagnostics.error(id, several, at: name.location) }
        // Where fields stand beside it, it has not become the only one.
        if let field = operation.body.first, field.name.location != names[0].location {
            diagnostics.error(id, besideFields, at: names[0].location)
        }
        let others: [(String, SourceLocation?)] = [
            ("bodyFrom", operation.bodyFrom?.location), ("atLeastOneOf", operation.atLeastOneOf.first?.location),
            ("additionalProperties", operation.additionalProperties?.location),
            ("idempotencyKey: {field: …}", operation.idempotencyKey?.field?.location),
        ]
        for (key, location) in others {
            if let location { diagnostics.error(id, needsFields(key), at: location) }
        }
    }

    private func checkEncoding(_ operation: OperationSpec, into diagnostics: inout DiagnosticCollector) {
        guard let encoding = operation.encoding else { return }
        switch encoding.value {
        case .form, .multipart: diagnostics.error(id, noForm, at: encoding.location)
        case .json where operation.wholeBody.isEmpty: diagnostics.error(id, asItIs, at: encoding.location)
        case .json, .text, .bytes: break
        }
    }

    private func checkField(_ field: Named<FieldSpec>, into diagnostics: inout DiagnosticCollector) {
        let keys: [(String, SourceLocation?)] = [
            ("always", field.value.always?.location), ("make", field.value.make?.location),
            ("fromArgument", field.value.fromArgument?.location),
            ("nullable", field.value.isNullable ? field.name.location : nil),
        ]
        for (key, location) in keys {
            if let location { diagnostics.error(id, needsFields(key), at: location) }
        }
        guard let type = field.value.type, type.value.isOptional else { return }
        diagnostics.error(id, alwaysThere, at: type.location)
    }
}

// MARK: - Messages

extension WholeBodyRule {
    private func noMediaType(_ text: String) -> String {
        "\(SpecText.quoted(text)) is no media type; write one such as application/merge-patch+json"
    }

    private var formType: String {
        "a form and a multipart body have a type of their own; leave out 'contentType', or take another 'encoding'"
    }

    private func nothingSent(_ method: String) -> String { "\(method) has no body to be of a type; leave it out" }

    private var several: String { "one argument is the whole body; make the others fields under 'body'" }

    private var besideFields: String { "the body has fields, or is one value; keep 'body', or this" }

    private func needsFields(_ key: String) -> String {
        "'\(key)' is for bodies with fields; leave it out, or write the fields under 'body'"
    }

    private var noForm: String { "a form has fields; write them under 'body', or leave out 'encoding'" }

    private var asItIs: String { "a raw body is sent as it is; leave out 'encoding'" }

    private var alwaysThere: String { "the whole body is always there; take the '?' from its type" }

    private func noFields(_ name: String) -> String {
        "the body of \(SpecText.quoted(name)) has no fields to take over; write 'wholeBody' or 'rawBody' here too"
    }
}
