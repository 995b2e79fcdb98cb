import Foundation
import SpecYAML
import Testing

@testable import Pipeline

@Suite struct CertaintyTests {
    private static let api = """
        waybill: 1
        api: A
        assumed: that there is an API
        clients:
          AClient:
            servers: { one: https://a.example }
            auth: { headers: { X-Key: a }, decided: a header }
            resources: [letters]
        retry:
          "on": [429]
          retryAfter: { "on": [429], cap: 1s, assumed: the header }
        """

    private static let letters = """
        resource: letters
        operations:
          send:
            decided: POST
            assumed: the path
            http: POST /a
            resend: keyed
            idempotencyKey: { header: Key, assumed: the header's name }
            body:
              text: { type: string, assumed: the name }
            returns: Letter
            examples:
              sent: { assumed: the body, arguments: { text: Hi }, status: 200, response: '{"assumed":"a"}' }
        models:
          Letter:
            fields:
              assumed: string
              decided: { type: "State?", decided: the type }
        enums:
          State: { values: { on_the_way: { about: It goes., assumed: the word } } }
        """

    private func spec() throws -> ResolvedAPI {
        var diagnostics = DiagnosticCollector()
        let texts = [
            ("api", Self.api), ("l", Self.letters), ("l.sandbox", "send: { assumed: a double, set: { a: 1 } }"),
        ]
        let files = texts.map { SourceFile(path: "\($0).yaml", text: $1) }
        let api = resolve(files, into: &diagnostics)
        #expect(DiagnosticFormatter(files: files).format(diagnostics.all) == "")
        return try #require(api)
    }

    @Test("all of it is listed by file and line, each with the path of what it is true of")
    func all() throws {
        let lines = try spec().allCertainty.map { "\($0.location.line) \($0.kind) \($0.construct): \($0.text)" }
        #expect(
            lines == [
                "3 assumed api: that there is an API",
                "7 decided clients.AClient.auth: a header",
                "11 assumed retry.retryAfter: the header",
                "1 assumed letters.operations.send.sandbox: a double",
                "4 decided letters.operations.send: POST",
                "5 assumed letters.operations.send: the path",
                "8 assumed letters.operations.send.idempotencyKey: the header's name",
                "10 assumed letters.operations.send.body.text: the name",
                "13 assumed letters.operations.send.examples.sent: the body",
                "18 decided letters.models.Letter.fields.decided: the type",
                "20 assumed letters.enums.State.values.on_the_way: the word",
            ]
        )
    }

    @Test("a construct has its own, and that of small parts that cannot keep it, under their names")
    func constructs() throws {
        let api = try spec()
        let operation = try #require(api.operations.first)
        let sentences = [
            "Assumed: the path.", "Decided: POST.", "Assumed for `idempotencyKey`: the header's name.",
            "Assumed for `sandbox`: a double.",
        ]
        #expect(operation.certainty.map(\.sentence) == sentences)
        #expect(api.certainty.map(\.part) == [[], ["retry", "retryAfter"]])
        #expect(api.clients[0].certainty.map(\.sentence) == ["Decided for `auth`: a header."])
        #expect(operation.parameters[0].field.certainty.map(\.text) == ["the name"])
        #expect(operation.examples[0].certainty.map(\.text) == ["the body"])
        let fields = try #require(api.definitions.models.first?.value.fields)
        #expect(fields.map(\.certainty.count) == [0, 1])
        #expect(api.definitions.enums[0].value.words[0].certainty.map(\.text) == ["the word"])
    }

    @Test("the generated comments and the page tell it")
    func rendering() throws {
        let files = Renderer(api: try spec()).render().files
        func lines(_ name: String) throws -> [String] {
            let file = try #require(files.first { $0.path.hasSuffix(name) })
            return file.text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let resource = try lines("AClient+Letters.swift")
        #expect(resource.contains("/// - Note: Assumed: the path."))
        #expect(resource.contains("///   - text: The field `text`. Assumed: the name."))
        #expect(try lines("Letter.swift").contains("/// - Note: Decided: the type."))
        #expect(try lines("A.md").contains("- `retry.retryAfter`: the header."))
    }

    @Test("no comment of a spec says what a key can say")
    func comments() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: SpecFixture.specs.path)
        let files = names.filter { $0.hasSuffix(".yaml") }
        #expect(files.count > 20)
        for name in files {
            let text = try String(contentsOf: SpecFixture.specs.appendingPathComponent(name), encoding: .utf8)
            for line in text.split(separator: "\n") where line.contains(#/#.*\b(assumed|decided)\b/#) {
                Issue.record("\(name): \(line)")
            }
        }
    }
}
