@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Writes the function that a webhook's vectors are checked with.
struct WebhookExpectationRenderer {
    let webhook: ResolvedWebhook
    private var scheme: WebhookSignatureScheme { webhook.definition.scheme }

    func write(to writer: inout SwiftWriter) {
        writer.doc(
            scheme.algorithm.hasPublicKey
                ? "Expects that a body with this signature is taken, and that no other body is."
                : "Expects that a body is signed like this, that it is then taken, and that no other body is."
        )
        let keys = WebhookTestKeys(webhook)
        let parameters: [SwiftLayout] =
            [.code("_ signature: String"), .code("of body: [UInt8]"), .code("\(keys.name): String")]
            + (scheme.id == nil ? [] : [.code("id: String\(isGiven ? "" : "? = nil")")])
            + (webhook.signsURL ? [.code("url: String")] : [])
            + (scheme.timestamp == nil ? [] : [.code("now: Int\(isGiven ? "" : " = 0")")])
            + [.code("at location: SourceLocation = #_sourceLocation")]
        writer.block(SwiftLayout.call("private func expect", parameters), suffix: " throws") { writer in
            var arguments: [SwiftLayout] = [.code("\(WebhookKeyText(webhook).argument): [\(keys.name)]")]
            if webhook.signsURL { arguments.append(.code("url: url")) }
            if webhook.hasChallengeToken {
                arguments.append(.code("challengeToken: \(literal: WebhookTestKeys.token)"))
            }
            if scheme.timestamp != nil {
                writer.line("let clock = ManualClock(now: .seconds(now))")
                arguments.append(.code("configuration: WebhookConfiguration(clock: clock.runtime)"))
            }
            writer.layout(.call("\(type: webhook.identifier)", arguments), prefix: "let webhook = try ")
            if isGiven { writeFields(to: &writer) } else { writeSigning(to: &writer) }
            writer.line("_ = try webhook.receive(body: body, headers: headers)")
            writer.line("#expect(throws: WebhookError.refused, sourceLocation: location) {")
            // Of a form a blank would be a part: a field more.
            let other: SwiftCode = webhook.definition.body == .form ? "Array(\"&x=y\".utf8)" : "[0x20]"
            writer.indented { $0.line("try webhook.receive(body: body + \(other), headers: headers)") }
            writer.line("}")
        }
    }

    /// Whether the signature is given, since only its private key could make it.
    private var isGiven: Bool { scheme.algorithm.hasPublicKey }

    private func writeSigning(to writer: inout SwiftWriter) {
        var sign: SwiftCode = "webhook.sign(body: body"
        if scheme.id != nil { sign = "\(sign), id: id" }
        if scheme.timestamp != nil { sign = "\(sign), now: Date(timeIntervalSince1970: Double(now))" }
        writer.line("let headers = \(sign))")
        writer.line("let name = try #require(HTTPField.Name(\(literal: scheme.header)))")
        let isPlain = scheme.value == "{signature}" && scheme.timestamp == nil
        writer.line(
            isPlain
                ? "#expect(headers[name] == signature, sourceLocation: location)"
                : "#expect(headers[name]?.contains(signature) == true, sourceLocation: location)"
        )
    }

    /// The header fields with the signature that is given.
    private func writeFields(to writer: inout SwiftWriter) {
        writer.line("var headers = HTTPFields()")
        var items: [SwiftCode] = []
        switch scheme.timestamp {
        case nil: break
        case .header(let name)?: writeField(name, "String(now)", to: &writer)
        case .inSignature(let form)?: items.append(filled(form, "String(now)"))
        }
        if let name = scheme.id { writeField(name, "id", to: &writer) }
        items.append(filled(scheme.value, "signature"))
        guard items.count > 1 else { return writeField(scheme.header, .joined(items, ""), to: &writer) }
        writer.line("let items = [\(.joined(items, ", "))]")
        writeField(scheme.header, "items.joined(separator: \(literal: scheme.separator.rawValue))", to: &writer)
    }

    private func writeField(_ name: String, _ value: SwiftCode, to writer: inout SwiftWriter) {
        writer.line("headers[try #require(HTTPField.Name(\(literal: name)))] = \(value)")
    }

    /// A template with a variable for its placeholder.
    private func filled(_ template: String, _ variable: SwiftCode) -> SwiftCode {
        let parts: [SwiftCode] = TextTemplate(template).pieces.map { piece in
            if case .text(let text) = piece { .literal(text) } else { variable }
        }
        return .joined(parts, " + ")
    }
}
