/// Writes the tests of a resource's examples.
struct ResourceTestRenderer {
    let api: API
    let client: ClientIR

    /// The file.
    func render(_ resource: ResourceIR) -> GeneratedFile {
        var writer = SwiftWriter()
        let examples = resource.operations.flatMap(\.wireExamples)
        let hasDates = examples.flatMap(\.arguments).contains { $0.value.hasDate }
        var imports: [SwiftCode] = hasDates ? ["import Foundation"] : []
        imports += ["import \(api.module)", "import Testing"]
        WireTestFile(api: api).writeHeader(from: resource.source, imports: imports, to: &writer)
        let name = SwiftIdentifier(forcing: resource.type.text + "WireTests")
        writer.doc("Every example of the spec, as it stands on the wire.")
        writer.block("@Suite struct \(name)") { writer in
            for operation in resource.operations {
                for example in operation.wireExamples {
                    writer.blank()
                    write(example, operation, resource, to: &writer)
                }
            }
        }
        return GeneratedFile(path: "\(name.text).swift", text: writer.text)
    }

    private func write(
        _ example: WireExampleIR,
        _ operation: OperationIR,
        _ resource: ResourceIR,
        to writer: inout SwiftWriter
    ) {
        let title = WireTestFile.title(operation.id, example.about)
        if operation.deprecated != nil {
            writer.line("@available(*, deprecated, message: \"The operation is deprecated.\")")
        }
        WireTestFile.writeAttribute(title, to: &writer)
        let name = SwiftNaming.member("\(operation.name.text)_\(example.name)")
        writer.block("func \(name)() async throws") { writer in
            writer.constant(SwiftIdentifier(made: "response"), text: example.response)
            writer.line("let exchange = WireExchange(\(example.status), response)")
            writer.line("let client = try exchange.\(member: WireExchangeRenderer.factory(client))()")
            let call = SwiftLayout.call(
                "client.\(member: resource.name).\(member: operation.name)",
                example.arguments.map { argument in
                    argument.label.map { .labelled($0, argument.value.layout) } ?? argument.value.layout
                }
            )
            writeCall(call, example, operation, to: &writer)
            writeRequest(example, operation, to: &writer)
        }
    }

    private func writeCall(
        _ call: SwiftLayout,
        _ example: WireExampleIR,
        _ operation: OperationIR,
        to writer: inout SwiftWriter
    ) {
        switch example.outcome {
        case .error(let name, let code, let message):
            writer.line("let error = await #expect(throws: \(api.errors.name).self) {")
            writer.indented { $0.layout(call, prefix: "_ = try await ") }
            writer.line("}")
            writer.line(
                "if case .\(member: name)? = error {} else { Issue.record(\"not \(bare: name): \\(error as Any)\") }"
            )
            let expected = code.map { SwiftCode.literal($0) } ?? "nil"
            writer.line("#expect(error?.code?.rawValue == \(expected))")
            writer.layout(.call("#expect", [.code("error?.message == \(literal: message)")]))
        case .value(let path):
            guard let answer = operation.answer, let json = json(answer) else {
                return writer.layout(call, prefix: "_ = try await ")
            }
            writer.layout(call, prefix: "let answer = try await ")
            let keys = SwiftCode.joined(path.map { .literal($0) }, ", ")
            writer.line("try exchange.expectAnswer(\(json)\(path.isEmpty ? "" : ", below: [\(keys)]"))")
        }
    }

    /// The answer's value as JSON, where it knows how to be that.
    private func json(_ type: SwiftType) -> SwiftCode? {
        switch type.unwrapped {
        case .model, .union: "answer.value.json"
        case .json: "answer.value"
        case .object: ".object(answer.value)"
        case .list(.model), .list(.union), .batch(.model), .batch(.union): ".array(answer.value.map(\\.json))"
        default: nil
        }
    }

    private func writeRequest(_ example: WireExampleIR, _ operation: OperationIR, to writer: inout SwiftWriter) {
        let url = url(example)
        let literal = SwiftCode.literal(url)
        // A longer one would not fit into a line of its own.
        let isLong = literal.text.count > SwiftWriter.width - 14
        if isLong { writer.constant(SwiftIdentifier(made: "url"), text: url) }
        var arguments: [SwiftLayout] = [.code("\(literal: operation.method)"), .code(isLong ? "url" : literal)]
        if !example.headers.isEmpty {
            let pairs = example.headers.map { (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.text))) }
            arguments.append(.labelled(SwiftIdentifier(made: "headers"), .pairs(pairs)))
        }
        writer.layout(.call("exchange.expectRequest", arguments))
        guard let body = example.request else { return }
        if body.isEmpty { return writer.line("exchange.expectBody(\"\")") }
        writer.constant(SwiftIdentifier(made: "body"), text: body)
        writer.line("exchange.expectBody(body)")
    }

    /// The URL of a call, from the client's base and the path.
    private func url(_ example: WireExampleIR) -> String {
        var base: String
        switch client.address {
        case .servers(let servers): base = servers.first?.url ?? ""
        case .url(_, _, _, let example): base = example
        }
        while base.hasSuffix("/") { base.removeLast() }
        base += client.parameters.reduce(client.basePath ?? "") { path, parameter in
            let value = PercentText.encode(WireExchangeRenderer.value(parameter.specName))
            return path.replacing("{\(parameter.specName)}", with: value)
        }
        return appending(example.path, to: base) + example.query
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
    fileprivate var hasDate: Bool {
        switch self {
        case .date, .epoch, .english, .decimal: true
        case .list(let elements): elements.contains(where: \.hasDate)
        case .map(let members): members.contains { $0.value.hasDate }
        case .model(_, let arguments): arguments.contains { $0.value.hasDate }
        case .union(_, let value): value.hasDate
        default: false
        }
    }
}
