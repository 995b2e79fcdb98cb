@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes the tests of a resource's examples.
struct ResourceTestRenderer {
    let api: ResolvedAPI
    let client: ResolvedClient
    let exchange: WireExchangeRenderer
    let scope: TypeScope

    func render(_ resource: ResolvedResource, _ name: SwiftIdentifier) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        var imports: [SwiftCode] = hasDates(resource) ? ["import Foundation"] : []
        imports += ["import \(api.module)", "import Testing", "@_spi(Generated) import WaybillTesting"]
        WireTestFile.writeHeader(from: resource.location.shownFile, imports: imports, to: &writer)
        writer.doc("Every example of the spec, as it stands on the wire.")
        writer.block("@Suite struct \(name)") { writer in
            let tests = resource.operations.flatMap { operation in
                operation.examples.compactMap { example in example.call.map { (operation, example, $0) } }
            }
            let names = SwiftNaming.distinct(
                tests.map { SwiftNaming.member("\($0.0.identifier.text)_\($0.1.name)") },
                avoiding: ReservedWords.keywords
            )
            for ((operation, example, call), name) in zip(tests, names) {
                writer.blank()
                write(example, call, operation, resource, as: name, to: &writer)
            }
        }
        return GeneratedFile(path: "\(name.text).swift", text: writer.text)
    }

    private func hasDates(_ resource: ResolvedResource) -> Bool {
        resource.operations.contains { operation in
            operation.examples.filter { $0.call != nil }.contains { example in
                let arguments = example.call?.arguments ?? []
                return arguments.contains { SwiftValue($0.value, for: $0.parameter.field).hasDate }
                    || headers(example, operation, resource).hasDate
            }
        }
    }

    private func headers(
        _ example: ResolvedExample,
        _ operation: ResolvedOperation,
        _ resource: ResolvedResource
    ) -> AnswerHeaderTestRenderer {
        AnswerHeaderTestRenderer(client: client, resource: resource, operation: operation, example: example)
    }

    private func write(
        _ example: ResolvedExample,
        _ call: ResolvedCall,
        _ operation: ResolvedOperation,
        _ resource: ResolvedResource,
        as name: SwiftIdentifier,
        to writer: inout SwiftWriter
    ) {
        let title = WireTestFile.title(operation.id, example.about)
        if operation.deprecated != nil {
            writer.line("@available(*, deprecated, message: \"The operation is deprecated.\")")
        }
        WireTestFile.writeAttribute(title, to: &writer)
        writer.block("func \(name)() async throws") { writer in
            writeExchange(example, operation, to: &writer)
            writer.line("let client = try exchange.\(member: exchange.factory(client))()")
            let name: SwiftCode = "client.\(member: resource.identifier).\(member: operation.identifier)"
            writeCall(SwiftLayout.call(name, call.layouts), example, operation, to: &writer)
            headers(example, operation, resource).write(to: &writer)
            writeRequest(example, call, operation, to: &writer)
        }
    }

    private func writeExchange(
        _ example: ResolvedExample,
        _ operation: ResolvedOperation,
        to writer: inout SwiftWriter
    ) {
        let status: SwiftLayout = .code("\(example.status)")
        let response = SwiftIdentifier(made: "response")
        let headers = AnswerHeaderTestRenderer.argument(example)
        if let bytes = example.responseBytes {
            writer.constant(response, text: Data(bytes).base64EncodedString())
            let arguments = [status, .code("base64: response")] + headers
            return writer.layout(.call("WireExchange", arguments), prefix: "let exchange = ")
        }
        writer.constant(response, text: example.response ?? "")
        let isRaw = operation.rawAnswer != nil && example.isSuccess
        let arguments = [status, .code("\(isRaw ? "text: " : "")response")] + headers
        writer.layout(.call("WireExchange", arguments), prefix: "let exchange = ")
    }

    private func writeCall(
        _ call: SwiftLayout,
        _ example: ResolvedExample,
        _ operation: ResolvedOperation,
        to writer: inout SwiftWriter
    ) {
        switch example.outcome {
        case .failure(let errorCase, let code, let message):
            let name = errorCase?.identifier ?? SwiftIdentifier(made: "unrecognized")
            writer.line("let error = await #expect(throws: \(type: api.errorName).self) {")
            writer.indented { $0.layout(call, prefix: "_ = try await ") }
            writer.line("}")
            writer.line(
                "if case .\(member: name)? = error {} else { Issue.record(\"not \(bare: name): \\(error as Any)\") }"
            )
            let expected = code.map { SwiftCode.literal($0) } ?? "nil"
            writer.line("#expect(error?.code?.rawValue == \(expected))")
            if let message { writer.layout(.call("#expect", [.code("error?.message == \(literal: message)")])) }
        case .notModified:
            writer.layout(call, prefix: "let answer = try await ")
            writer.line("if case .notModified = answer.value {} else { Issue.record(\"a value came\") }")
        case .value(let path): writeValue(call, at: path, example, operation, to: &writer)
        }
    }

    private func writeValue(
        _ call: SwiftLayout,
        at path: DottedPath,
        _ example: ResolvedExample,
        _ operation: ResolvedOperation,
        to writer: inout SwiftWriter
    ) {
        let isOptional = operation.answer?.isOptional == true || operation.revalidates
        let value: SwiftCode = operation.revalidates ? "answer.value.value" : "answer.value"
        if operation.rawAnswer != nil {
            writer.layout(call, prefix: "let answer = try await ")
            return WireTestFile.expectNil(.call("exchange.answerFault", [.code(value)]), to: &writer)
        }
        guard let answer = operation.answer, let json = json(answer, value, isOptional: isOptional) else {
            let prefix: SwiftCode = example.responseHeaders.isEmpty ? "_ = try await " : "let answer = try await "
            return writer.layout(call, prefix: prefix)
        }
        writer.layout(call, prefix: "let answer = try await ")
        WireTestFile.expectNil(WireTestFile.answerFault("exchange", json, below: path), to: &writer)
    }

    /// The answer's value as JSON, where it knows how to be that.
    private func json(_ type: ResolvedType, _ value: SwiftCode, isOptional: Bool) -> SwiftCode? {
        switch type.unwrapped {
        case .model, .union: isOptional ? "\(value)?.json" : "\(value).json"
        case .format(.json): value
        case .format(.object): isOptional ? "\(value).map { .object($0) }" : ".object(\(value))"
        case .list(.model), .list(.union), .batch(.model), .batch(.union):
            isOptional ? "\(value).map { .array($0.map(\\.json)) }" : ".array(\(value).map(\\.json))"
        default: nil
        }
    }

    private func writeRequest(
        _ example: ResolvedExample,
        _ call: ResolvedCall,
        _ operation: ResolvedOperation,
        to writer: inout SwiftWriter
    ) {
        let url = url(call, operation)
        let literal = SwiftCode.literal(url)
        // A longer one would not fit into a line of its own.
        let isLong = literal.text.count > SwiftWriter.width - 18
        if isLong { writer.constant(SwiftIdentifier(made: "url"), text: url) }
        var arguments: [SwiftLayout] = [.code("\(literal: operation.method)"), .code(isLong ? "url" : literal)]
        let own = client.requestHeaders.map { header in
            (name: header.name, value: header.value.text { WireExchangeRenderer.value($0, of: client) })
        }
        if !(own + call.headers).isEmpty {
            let pairs = (own + call.headers).map { (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.value))) }
            arguments.append(.labelled(SwiftIdentifier(made: "headers"), .pairs(pairs)))
        }
        if !client.query.isEmpty, client.isAuthenticated(operation) {
            let names = client.query.map { SwiftLayout.code(.literal($0.name)) }
            arguments.append(.labelled(SwiftIdentifier(made: "besides"), .array(names)))
        }
        WireTestFile.expectNil(.call("exchange.requestFault", arguments), to: &writer)
        if let bytes = example.requestBytes {
            let numbers = bytes.map { SwiftLayout.code(.number(Int($0))) }
            return writer.layout(.call("#expect", [.followed(.array(numbers), by: " == exchange.bodyBytes")]))
        }
        guard let body = example.request else { return }
        if body.isEmpty { return writer.line("#expect(exchange.body.isEmpty)") }
        writer.constant(SwiftIdentifier(made: "body"), text: body)
        writer.line("#expect(exchange.body == body)")
    }

    /// The URL of a call, from the client's base and the path.
    private func url(_ call: ResolvedCall, _ operation: ResolvedOperation) -> String {
        let host = client.host(of: operation)
        var base = host?.exampleURL ?? client.exampleURL
        while base.hasSuffix("/") { base.removeLast() }
        let path = client.basePath?.filling { PercentEncoding.encode(WireExchangeRenderer.value($0, of: client)) }
        if host == nil { base += path?.description ?? "" }
        return appending(call.path, to: base) + call.query
    }

    private func appending(_ path: String, to base: String) -> String {
        if path == "." { return base }
        if path.hasPrefix("../") {
            let parent = base.lastIndex(of: "/").map { base[..<$0] } ?? base[...]
            return String(parent + path.dropFirst(2))
        }
        return base + (path.hasPrefix("./") ? String(path.dropFirst(1)) : path)
    }
}

extension SwiftValue {
    /// Whether Foundation is needed to write it.
    var hasDate: Bool {
        switch self {
        case .date, .epoch, .decimal: true
        case .list(let elements): elements.contains(where: \.hasDate)
        case .map(let members): members.contains { $0.value.hasDate }
        case .model(_, let arguments): arguments.contains { $0.value.hasDate }
        case .union(_, _, let value): value.hasDate
        default: false
        }
    }
}
