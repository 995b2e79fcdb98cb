@_spi(Generated) import WaybillRuntime

/// The part of the page that lists the operations and shows a call of each.
struct CatalogOperationSection {
    let api: ResolvedAPI

    private struct Row {
        let client: ResolvedClient
        let resource: ResolvedResource
        let operation: ResolvedOperation
    }

    var lines: [String] {
        let rows = self.rows
        let languages = languages(rows)
        var lines = ["## Operations", ""]
        let head = ["Call", "Request", "Sent again after a failure"] + languages.map { "In \(title($0))" }
        lines += Markdown.table(
            head,
            rows.map { row in
                let like = languages.map { language in
                    row.operation.like.first { $0.language == language }.map { Markdown.code($0.call) } ?? ""
                }
                return ["`\(call(row).text)`", request(row), again(row.operation)] + like
            }
        )
        for row in rows { lines += section(row) }
        for waiter in waiters { lines += waiter }
        return lines
    }

    private var rows: [Row] {
        api.clients.flatMap { client in
            client.resources.flatMap { resource in
                resource.operations.map { Row(client: client, resource: resource, operation: $0) }
            }
        }
    }

    private func call(_ row: Row) -> SwiftCode {
        let client = CatalogClientSection.variable(row.client, api)
        return "\(client).\(member: row.resource.identifier).\(member: row.operation.identifier)"
    }

    private func languages(_ rows: [Row]) -> [String] {
        var languages: [String] = []
        for like in rows.flatMap(\.operation.like) where !languages.contains(like.language) {
            languages.append(like.language)
        }
        return languages
    }

    private func title(_ language: String) -> String {
        switch language {
        case "php": "PHP"
        case "curl": "curl"
        case "javascript": "JavaScript"
        default: Markdown.line(language.prefix(1).uppercased() + language.dropFirst())
        }
    }

    private func request(_ row: Row) -> String {
        let operation = row.operation
        var line = Markdown.code("\(operation.method) \(operation.path.description)")
        if let host = operation.host { line += " on the host `\(host)`" }
        if !row.client.isAuthenticated(operation) { line += ", without credentials" }
        guard !operation.body.isEmpty else { return line }
        switch operation.body.encoding {
        case .json: return line
        case .form: return line + ", with a form"
        case .multipart: return line + ", with parts"
        case .text: return line + ", with text"
        case .bytes: return line + ", with bytes"
        }
    }

    private func again(_ operation: ResolvedOperation) -> String {
        switch operation.resend {
        case .safe: "yes, repeating it is harmless"
        case .keyed: "yes, under its idempotency key"
        case .documented: "yes, so it may happen twice"
        case .never: "only where nothing can have happened"
        }
    }

    private func section(_ row: Row) -> [String] {
        let operation = row.operation
        let about = Markdown.line(operation.about ?? "\(operation.method) \(operation.path.description).")
        var lines = ["### \(row.resource.identifier.text).\(operation.identifier.text)", "", about, ""]
        if let deprecated = operation.deprecated {
            lines += [Sentence.joined(["Deprecated: \(Markdown.line(deprecated))"]), ""]
        }
        for paragraph in operation.remarks.flatMap(Markdown.paragraphs) { lines += [paragraph, ""] }
        let layout = SwiftLayout.call(call(row), arguments(operation))
        let isNamed = operation.hasAnswer || !operation.answerHeaders.isEmpty
        let prefix: SwiftCode = isNamed ? "let answer = try await " : "try await "
        lines += Markdown.swift { $0.layout(layout, prefix: prefix) }
        lines += headers(row)
        let cases = operation.failures.map { "`\($0.identifier.text)`" }.joined(separator: ", ")
        if !cases.isEmpty { lines += ["The server is known to answer with these failures: \(cases).", ""] }
        return lines
    }

    /// How the header fields of an answer are read.
    private func headers(_ row: Row) -> [String] {
        let headers = row.operation.answerHeaders
        guard !headers.isEmpty else { return [] }
        let owner = "\(row.client.identifier.text).\(row.resource.type.text)"
        let names = headers.map { "`\($0.identifier.text)` (\(Markdown.code($0.name)))" }.joined(separator: ", ")
        let type = "\(owner).\(row.operation.headersType.text)"
        return ["`\(type)(answer.http)` reads these header fields of the answer: \(names).", ""]
    }

    /// The arguments of the first example, or else the names of those that must be given.
    private func arguments(_ operation: ResolvedOperation) -> [SwiftLayout] {
        if let call = operation.examples.first(where: \.showsCall)?.call { return call.layouts }
        return operation.parameters.filter(\.field.isRequired).map { parameter in
            parameter.field.isUnlabeled
                ? .code("\(parameter.identifier)") : .code("\(label: parameter.identifier): \(parameter.identifier)")
        }
    }

    private var waiters: [[String]] {
        api.clients.flatMap { client in
            client.resources.flatMap { resource in
                resource.waiters.map { waiter -> [String] in
                    let about = Markdown.line(waiter.about ?? "Polls `\(waiter.polled.identifier.text)`.")
                    let title = "### \(resource.identifier.text).\(waiter.identifier.text)"
                    let variable = CatalogClientSection.variable(client, api)
                    let call: SwiftCode = "\(variable).\(member: resource.identifier).\(member: waiter.identifier)"
                    var lines = [title, "", about, ""]
                    for paragraph in Markdown.paragraphs(waiter.notes ?? "") { lines += [paragraph, ""] }
                    let layout = SwiftLayout.call(call, arguments(waiter.polled))
                    return lines + Markdown.swift { $0.layout(layout, prefix: "let answer = try await ") }
                }
            }
        }
    }
}
