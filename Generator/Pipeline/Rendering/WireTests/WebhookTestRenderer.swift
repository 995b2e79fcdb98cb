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
                write(vector, place + 1, WebhookTestKeys(webhook), to: &writer)
            }
            // In backticks a name would be the title of its test, which it has already.
            let taken = ReservedWords.keywords.union(webhook.vectors.indices.map { "vector\($0 + 1)" }).union([
                "expect", "challenge",
            ])
            let names = SwiftNaming.distinct(webhook.examples.map { SwiftNaming.member($0.name) }, avoiding: taken)
            for (example, name) in zip(webhook.examples, names) {
                writer.blank()
                write(example, webhook, as: name, to: &writer)
            }
            WebhookChallengeTestRenderer(webhook: webhook).write(to: &writer)
            if !webhook.vectors.isEmpty {
                writer.blank()
                WebhookExpectationRenderer(webhook: webhook).write(to: &writer)
            }
        }
        return GeneratedFile(path: "\(name.text).swift", text: writer.text)
    }

    private func write(
        _ vector: ResolvedWebhookVector,
        _ number: Int,
        _ keys: WebhookTestKeys,
        to writer: inout SwiftWriter
    ) {
        WireTestFile.writeAttribute(.literal("vector \(number)"), to: &writer)
        writer.block("func vector\(number)() throws") { writer in
            let text = String(validating: vector.body, as: UTF8.self)
            if let text {
                writer.constant(SwiftIdentifier(made: "body"), text: text)
            } else {
                let bytes = vector.body.map { SwiftLayout.code(.number(Int($0))) }
                writer.layout(.array(bytes), prefix: "let body: [UInt8] = ")
            }
            writer.constant(keys.name, text: vector.key)
            writer.constant(SwiftIdentifier(made: "signature"), text: vector.signature)
            var arguments: [SwiftLayout] = [
                .code("signature"), .code(text == nil ? "of: body" : "of: Array(body.utf8)"),
                .code("\(keys.name): \(keys.name)"),
            ]
            if let id = vector.id { arguments.append(.code("id: \(literal: id)")) }
            if let url = vector.url { arguments.append(.code("url: \(literal: url)")) }
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
            let keys = WebhookTestKeys(webhook)
            keys.writeConstants(to: &writer)
            keys.writeWebhook(to: &writer)
            let id: [SwiftLayout] = webhook.definition.scheme.id == nil ? [] : [.code("id: \"msg_1\"")]
            let type: [SwiftLayout] = example.type.map { [.code("type: \(literal: $0)")] } ?? []
            writer.layout(.call("webhook.sign", keys.signing + id + type), prefix: "let headers = ")
            if webhook.isBatch { return writeEvents(example, webhook, to: &writer) }
            writer.line("let delivery = try webhook.receive(body: Array(body.utf8), headers: headers)")
            guard let shape = example.shapes.first ?? nil else {
                if case .model = webhook.event {
                    writeGuard(SwiftIdentifier(made: "event"), to: &writer)
                    guard webhook.definition.body == .json else { return writer.line("_ = event") }
                    return WireTestFile.expectNil(
                        WireTestFile.answerFault("WireExchange(200, body)", "event.json"),
                        to: &writer
                    )
                }
                writer.line("if case .unrecognized = delivery.event {} else { Issue.record(\"\\(delivery.event)\") }")
                return
            }
            writeGuard(shape.identifier, to: &writer)
            guard case .model = shape.type, webhook.definition.body == .json else { return writer.line("_ = event") }
            WireTestFile.expectNil(
                WireTestFile.answerFault("WireExchange(200, body)", "event.json", below: shape.path),
                to: &writer
            )
        }
    }

    /// Each event of a body that has several, by its place.
    private func writeEvents(
        _ example: ResolvedWebhookExample,
        _ webhook: ResolvedWebhook,
        to writer: inout SwiftWriter
    ) {
        writer.line("let deliveries = try webhook.receive(body: Array(body.utf8), headers: headers)")
        writer.line("try #require(deliveries.count == \(example.shapes.count))")
        for (place, shape) in example.shapes.enumerated() {
            let isModel = if case .model = webhook.event { true } else { false }
            let name = shape?.identifier ?? SwiftIdentifier(made: isModel ? "event" : "unrecognized")
            let event: SwiftCode = "deliveries[\(place)].event"
            writer.shortBlock(
                "if case .\(member: name) = \(event) {} else",
                "Issue.record(\"not \(bare: name): \\(\(event))\")"
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
}
