/// Writes what all tests of a module's examples stand on: a client over a transport that gives one answer.
struct WireExchangeRenderer {
    let api: ResolvedAPI

    /// The file.
    func render() -> GeneratedFile {
        var writer = SwiftWriter()
        WireTestFile(api: api).writeHeader(
            from: api.location.shownFile,
            imports: ["import HTTPTypes", "import \(api.module)", "import Testing", "import WaybillTesting"],
            to: &writer
        )
        writer.doc("One call of an example, over a transport that gives one answer and on a clock that stands still.")
        writer.block("struct WireExchange") { writer in
            writer.line("private let transport: StubTransport")
            writer.line("private let answer: String")
            writer.blank()
            writer.doc("Takes the answer, without a body where that is empty.")
            writer.block("init(_ status: Int, _ answer: String)") { writer in
                writer.line("transport = StubTransport(answer.isEmpty ? .status(status) : .json(status, answer))")
                writer.line("self.answer = answer")
            }
            for client in api.clients { write(client, to: &writer) }
            writeExpectations(to: &writer)
        }
        return GeneratedFile(path: "WireExchange.swift", text: writer.text)
    }

    /// The name of the function that makes a client.
    static func factory(_ client: ResolvedClient) -> SwiftIdentifier { SwiftNaming.member(client.identifier.text) }

    /// What a test gives for a client's parameter or credential.
    static func value(_ name: String) -> String { "test-\(name)" }

    private func write(_ client: ResolvedClient, to writer: inout SwiftWriter) {
        writer.blank()
        writer.doc(DocComment("Makes a client that tries once.", or: ""))
        writer.block("func \(Self.factory(client))() throws -> \(client.identifier)") { writer in
            writer.line("let clock = ManualClock(randomness: .fixed(0))")
            let settings: [SwiftLayout] = [
                .code("retry: .never"), .code("transport: transport"), .code("clock: clock.runtime"),
            ]
            writer.layout(.call("ClientConfiguration", settings), prefix: "let configuration = ")
            var arguments: [SwiftLayout] = []
            if case .url(let url) = client.address {
                arguments.append(.code("\(label: url.identifier): \(literal: url.example)"))
            }
            arguments += client.parameters.map { .code("\(label: $0.identifier): \(literal: Self.value($0.name))") }
            arguments += client.credentials.filter { $0.defaultValue == nil }.map {
                .code("\(label: $0.identifier): \(literal: Self.value($0.name))")
            }
            writer.layout(
                .call("\(client.identifier)", arguments + [.code("configuration: configuration")]),
                prefix: "return try "
            )
        }
    }

    private func writeExpectations(to writer: inout SwiftWriter) {
        writer.blank()
        writer.doc("Expects that exactly one request went out, to this place and with these header fields.")
        let place: [SwiftLayout] = [
            .code("_ method: String"), .code("_ url: String"), .code("headers: KeyValuePairs<String, String> = [:]"),
            .code("at location: SourceLocation = #_sourceLocation"),
        ]
        writer.block(SwiftLayout.call("func expectRequest", place)) { writer in
            writer.line("#expect(transport.requests.count == 1, sourceLocation: location)")
            writer.line("let request = transport.requests.first")
            writer.line("#expect(request?.method.rawValue == method, sourceLocation: location)")
            writer.line("#expect(request?.url == url, sourceLocation: location)")
            writer.block("for (name, value) in headers") { writer in
                writer.line("#expect(request?.header(name) == value, sourceLocation: location)")
            }
        }
        writer.blank()
        writer.doc("Expects the body's very bytes, or none where the text is empty.")
        writer.block("func expectBody(_ text: String, at location: SourceLocation = #_sourceLocation)") { writer in
            writer.line("let body = transport.requests.first?.body.map { String(decoding: $0, as: UTF8.self) }")
            writer.line("#expect(body ?? \"\" == text, sourceLocation: location)")
        }
        writer.blank()
        writer.doc("Expects that a value says what the answer has below these keys.")
        let value: [SwiftLayout] = [
            .code("_ value: JSONValue"), .code("below keys: [String] = []"),
            .code("at location: SourceLocation = #_sourceLocation"),
        ]
        writer.block(SwiftLayout.call("func expectAnswer", value), suffix: " throws") { writer in
            writer.line("try WireComparison.expect(value, says: answer, below: keys, at: location)")
        }
    }
}
