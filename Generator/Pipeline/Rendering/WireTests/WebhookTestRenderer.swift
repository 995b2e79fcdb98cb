@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Writes the tests of a webhook: its vectors and its examples.
struct WebhookTestRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    func render(_ webhook: ResolvedWebhook, _ name: SwiftIdentifier) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        var imports: [SwiftCode] = ["import HTTPTypes", "import Testing", "@_spi(Generated) import WaybillTesting"]
        imports.append("import \(api.module)")
        if webhook.definition.scheme.timestamp != nil { imports.append("import Foundation") }
        WireTestFile.writeHeader(from: webhook.location.shownFile, imports: imports, to: &writer)
        writer.doc("Every known signature and every example of the spec.")
        writer.block("@Suite struct \(name)") { writer in
            for (place, vector) in webhook.vectors.enumerated() {
                writer.blank()
                write(vector, place + 1, to: &writer)
            }
            // In backticks a name would be the title of its test, which it has already.
            let taken = ReservedWords.keywords.union(webhook.vectors.indices.map { "vector\($0 + 1)" }).union(["expect"]
            )
            let names = SwiftNaming.distinct(webhook.examples.map { SwiftNaming.member($0.name) }, avoiding: taken)
            for (example, name) in zip(webhook.examples, names) {
                writer.blank()
                write(example, webhook, as: name, to: &writer)
            }
            if !webhook.vectors.isEmpty {
                writer.blank()
                writeExpectation(webhook, to: &writer)
            }
        }
        return GeneratedFile(path: "\(name.text).swift", text: writer.text)
    }

    private func write(_ vector: ResolvedWebhookVector, _ number: Int, to writer: inout SwiftWriter) {
        WireTestFile.writeAttribute(.literal("vector \(number)"), to: &writer)
        writer.block("func vector\(number)() throws") { writer in
            let text = String(validating: vector.body, as: UTF8.self)
            if let text {
                writer.constant(SwiftIdentifier(made: "body"), text: text)
            } else {
                let bytes = vector.body.map { SwiftLayout.code(.number(Int($0))) }
                writer.layout(.array(bytes), prefix: "let body: [UInt8] = ")
            }
            writer.constant(SwiftIdentifier(made: "secret"), text: vector.secret)
            writer.constant(SwiftIdentifier(made: "signature"), text: vector.signature)
            var arguments: [SwiftLayout] = [
                .code("signature"), .code(text == nil ? "of: body" : "of: Array(body.utf8)"),
                .code("secret: secret"),
            ]
            if let id = vector.id { arguments.append(.code("id: \(literal: id)")) }
            if let timestamp = vector.timestamp { arguments.append(.code("now: \(timestamp)")) }
            writer.layout(.call("expect", arguments), prefix: "try ")
        }
    }

    private func write(
        _ example: ResolvedWebhookExample,
        _ webhook: ResolvedWebhook,
        as name: SwiftIdentifier,
        to writer: inout SwiftWriter
    ) {
        WireTestFile.writeAttribute(WireTestFile.title(example.name, example.about), to: &writer)
        writer.block("func \(name)() throws") { writer in
            writer.constant(SwiftIdentifier(made: "body"), text: example.body)
            writer.line("let webhook = try \(type: webhook.identifier)(secrets: [\(literal: secret(webhook))])")
            let id: SwiftCode = webhook.definition.scheme.id == nil ? "" : ", id: \"msg_1\""
            writer.line("let headers = webhook.sign(body: Array(body.utf8)\(id))")
            writer.line("let delivery = try webhook.receive(body: Array(body.utf8), headers: headers)")
            guard let shape = example.shape else {
                if case .model = webhook.event {
                    writeGuard(SwiftIdentifier(made: "event"), to: &writer)
                    return WireTestFile.expectNil(
                        WireTestFile.answerFault("WireExchange(200, body)", "event.json"),
                        to: &writer
                    )
                }
                writer.line("if case .unrecognized = delivery.event {} else { Issue.record(\"\\(delivery.event)\") }")
                return
            }
            writeGuard(shape.identifier, to: &writer)
            guard case .model = shape.type else { return writer.line("_ = event") }
            WireTestFile.expectNil(
                WireTestFile.answerFault("WireExchange(200, body)", "event.json", below: shape.path),
                to: &writer
            )
        }
    }

    private func writeGuard(_ name: SwiftIdentifier, to writer: inout SwiftWriter) {
        writer.line("guard case .\(member: name)(let event) = delivery.event else {")
        writer.indented { writer in
            writer.line("Issue.record(\"not \(bare: name): \\(delivery.event)\")")
            writer.line("return")
        }
        writer.line("}")
    }

    /// A secret of the webhook's own form.
    private func secret(_ webhook: ResolvedWebhook) -> String {
        let format = webhook.definition.scheme.secret
        let text = format.encoding == .base64 ? "dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdA==" : "test-secret"
        return (format.prefix ?? "") + text
    }

    private func writeExpectation(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        writer.doc("Expects that a body is signed like this, that it is then taken, and that no other body is.")
        let parameters: [SwiftLayout] =
            [.code("_ signature: String"), .code("of body: [UInt8]"), .code("secret: String")]
            + (webhook.definition.scheme.id == nil ? [] : [.code("id: String? = nil")])
            + (webhook.definition.scheme.timestamp == nil ? [] : [.code("now: Int = 0")])
            + [.code("at location: SourceLocation = #_sourceLocation")]
        writer.block(SwiftLayout.call("private func expect", parameters), suffix: " throws") { writer in
            var configuration: SwiftCode = ""
            var sign: SwiftCode = "webhook.sign(body: body"
            if webhook.definition.scheme.id != nil { sign = "\(sign), id: id" }
            if webhook.definition.scheme.timestamp != nil {
                writer.line("let clock = ManualClock(now: .seconds(now))")
                configuration = ", configuration: WebhookConfiguration(clock: clock.runtime)"
                sign = "\(sign), now: Date(timeIntervalSince1970: Double(now))"
            }
            writer.line("let webhook = try \(type: webhook.identifier)(secrets: [secret]\(configuration))")
            writer.line("let headers = \(sign))")
            writer.line("let name = try #require(HTTPField.Name(\(literal: webhook.definition.scheme.header)))")
            let isPlain = webhook.definition.scheme.value == "{signature}" && webhook.definition.scheme.timestamp == nil
            writer.line(
                isPlain
                    ? "#expect(headers[name] == signature, sourceLocation: location)"
                    : "#expect(headers[name]?.contains(signature) == true, sourceLocation: location)"
            )
            writer.line("_ = try webhook.receive(body: body, headers: headers)")
            writer.line("#expect(throws: WebhookError.refused, sourceLocation: location) {")
            writer.indented { $0.line("try webhook.receive(body: body + [0x20], headers: headers)") }
            writer.line("}")
        }
    }
}
