import Foundation
import SpecYAML
import Testing
import WaybillJSON

@testable import Pipeline

@Suite struct SpecDecodingTests {
    private func read(_ name: String) throws -> Spec {
        let files = try SpecFiles.load(folder: SpecFixture.specs.path + "/" + name, shownAs: "spec/" + name)
        var diagnostics = DiagnosticCollector()
        let spec = SpecReader.read(files, into: &diagnostics)
        #expect(DiagnosticFormatter(files: files).format(diagnostics.all) == "")
        return try #require(spec).spec
    }

    private func decode(_ texts: [String: String]) -> (spec: Spec?, rules: [String]) {
        var diagnostics = DiagnosticCollector()
        let files = texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
        let documents = files.compactMap { file in
            YAMLParser.parse(file, into: &diagnostics).map { (file: file, root: $0) }
        }
        let decoded = SpecDecoder().decode(documents, into: &diagnostics)
        return (decoded.flatMap { $0.isWhole ? $0.spec : nil }, diagnostics.all.map(\.rule))
    }

    private let api = """
        waybill: 1
        api: A
        clients:
          AClient:
            servers: { one: https://a.example }
            auth: { headers: { X-Key: a } }
            resources: [second, first]
        """

    @Test("every spec of this repository is valid, without a diagnostic")
    func allSpecs() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SpecFixture.specs.path)
        let folders = names.filter { !$0.contains(".") }
        #expect(folders.count >= 4)
        for folder in folders { _ = try read(folder) }
    }

    @Test("the bearer API: what is written arrives, in the order of the file")
    func walinko() throws {
        let spec = try read("walinko")
        #expect(spec.clients.map(\.name.value) == ["WalinkoClient"])
        #expect(spec.envelope?.value == "data")
        #expect(spec.retry?.delay?.value == .table([250, 750, 1750, 3750], jitter: 100))
        #expect(spec.retry?.retryAfter?.jitter.value == false)
        #expect(spec.errors.codes.count == 17)
        #expect(spec.errors.cases.last?.value.statuses.map(\.value) == [500...599])
        let messages = try #require(spec.resources.first)
        #expect(messages.operations.map(\.name.value) == ["send", "enqueue", "fetch"])
        let send = try #require(messages.operations.first)
        #expect(send.value.body.map(\.name.value).last == "async")
        #expect(send.value.body.last?.value.always?.value == .bool(false))
        #expect(messages.operations[1].value.body.map(\.name) == send.value.body.map(\.name))
        #expect(messages.operations[1].value.body.last?.value.always?.value == .bool(true))
        #expect(send.value.body[2].value.constraints.pattern?.value == #"^\+?\d{8,15}$"#)
        #expect(send.value.idempotencyKey?.make?.value == "walinko-swift-{uuid}")
        #expect(messages.waiters.first?.value.every.value == 2000)
        #expect(spec.rates.map(\.window.value) == [60_000])
    }

    @Test("the signing API: two clients, vectors, unions, additional properties")
    func simpleConnect() throws {
        let spec = try read("simpleconnect")
        #expect(spec.clients.map(\.name.value) == ["SimpleConnectClient", "SimpleConnectMessagesClient"])
        #expect(spec.resources.map(\.name.value) == ["events", "integrations", "messages"])
        #expect(spec.clients.first?.value.auth.vectors.count == 6)
        #expect(spec.clients.first?.value.auth.vectors[2].body.value.first == 0x7B)
        #expect(spec.retry?.saysRetryAfter == true)
        #expect(spec.retry?.retryAfter == nil)
        #expect(spec.unions.map(\.value.by.value) == [.key, .jsonType])
        let content = try #require(spec.models.first { $0.name.value == "EventContent" })
        #expect(content.value.additionalProperties?.value == "fields")
    }

    @Test("the API with a base path: parameters of the client, fields of errors, flattened values")
    func connectly() throws {
        let spec = try read("connectly")
        let client = try #require(spec.clients.first).value
        #expect(client.basePath?.value == "/v1/businesses/{business_id}")
        #expect(client.parameters.map(\.name.value) == ["business_id"])
        #expect(client.parameters.first?.value.type?.value == .format(.string))
        #expect(client.parameters.first?.value.constraints.notBlank?.value == true)
        #expect(spec.errors.fields.map(\.name.value) == ["type", "user_title", "user_message", "trace_id"])
        #expect(spec.errors.fields.last?.value.at.map(\.value) == ["cntTraceId"])
        let message = try #require(spec.models.first { $0.name.value == "Message" }).value
        #expect(message.fields.map(\.value.isFlattened) == [false, false, true])
        let receipt = try #require(spec.models.first { $0.name.value == "CampaignReceipt" }).value
        #expect(receipt.fields.first?.value.type?.value == .batch(.named("CampaignSendout")))
    }

    @Test("the API with two forms of answers: places of the value, pages, a credential with a default")
    func simpu() throws {
        let spec = try read("simpu")
        let credentials = try #require(spec.clients.first).value.auth.credentials
        #expect(credentials.map(\.value.defaultValue?.value) == [nil, ""])
        let send = try #require(spec.resources.first?.operations.first).value
        #expect(send.envelope == nil)
        #expect(send.envelopes.map(\.value) == ["data.message", "none"])
        #expect(send.body.first?.value.type?.value == .format(.commaList))
        let operations = spec.resources.flatMap(\.operations)
        let pages = try #require(operations.compactMap(\.value.pages).first)
        #expect(pages.items?.value == "rows")
        #expect([pages.page?.value, pages.size?.value] == ["page", "limit"])
        #expect(pages.hasMore?.value == "meta.pagination.next_page")
        #expect(pages.total?.value == "meta.pagination.page_total")
        #expect(pages.next.map(\.name.value) == ["query_id"])
    }

    @Test("one place of the value is an envelope, several are candidates", arguments: [false, true])
    func envelopes(_ isOperation: Bool) {
        for (text, single, several) in [
            ("data", "data", []), ("[data.a]", "data.a", []), ("none", isOperation ? "" : nil, []),
            ("[data.a, none]", nil, ["data.a", "none"]),
        ] as [(String, String?, [String])] {
            let line = "envelope: \(text)"
            let file = "resource: first\noperations:\n  a:\n    http: GET /x\n    " + (isOperation ? line : "")
            let found = decode(["api.yaml": api + "\n" + (isOperation ? "" : line), "a.yaml": file]).spec
            let operation = found?.resources.first?.operations.first?.value
            #expect((isOperation ? operation?.envelope : found?.envelope)?.value == single)
            #expect((isOperation ? operation?.envelopes : found?.envelopes)?.map(\.value) == several)
        }
    }

    @Test("what the parser only complains about still keeps a spec from being used")
    func yamlErrors() {
        for extra in ["\nabout: a\nabout: b", "\nabout: &a b", "\nabout: !t b", "\nabout: [", "\n---\na: b"] {
            let fixture = SpecFixture.valid.map { file in
                guard file.path == "letters.yaml" else { return file }
                return SourceFile(path: file.path, text: String(decoding: file.bytes, as: UTF8.self) + extra)
            }
            var diagnostics = DiagnosticCollector()
            #expect(SpecReader.read(fixture, into: &diagnostics) == nil)
            #expect(diagnostics.hasErrors)
        }
    }

    @Test("resources come in the order of the clients, other files by name")
    func order() {
        let found = decode([
            "api.yaml": api, "a.yaml": "resource: first", "b.yaml": "resource: second",
            "c.yaml": "enums: { Third: { values: [x] } }",
        ])
        #expect(found.spec?.resources.map(\.name.value) == ["second", "first"])
        #expect(found.spec?.enums.map(\.name.location.file) == ["c.yaml"])
    }

    @Test("Y12 text that YAML takes for something else needs quotes")
    func quotes() {
        let fields = "M: { fields: { a: { type: string, default: 1.10 }, b: { type: int, default: 3 } } }"
        let words = "E: { values: [1.10, true, one] }"
        let text = "resource: first\nabout: 7\nmodels:\n  \(fields)\nenums:\n  \(words)\n"
        #expect(decode(["api.yaml": api, "a.yaml": text]).rules == Array(repeating: "quotes", count: 4))
        #expect(decode(["api.yaml": api, "a.yaml": "enums: { E: { values: [NO] } }"]).rules == ["yaml-plain"])
    }

    @Test("Y12 text stays text: NO, 1.10 and quoted numbers are what was written")
    func textStaysText() {
        let found = decode([
            "api.yaml": api,
            "a.yaml": """
            models:
              M: { fields: { a: { type: string, default: "1.10" }, b: { type: int, default: 3 }, c: { always: "NO" } } }
            enums:
              E: { values: ["NO", "1.10", "on"] }
            """,
        ])
        let fields = found.spec?.models.first?.value.fields
        #expect(fields?[0].value.defaultValue?.value == .string("1.10"))
        #expect(fields?[1].value.defaultValue?.value == .number(JSONNumber(3)))
        #expect(fields?[2].value.always?.value == .string("NO"))
        #expect(found.spec?.enums.first?.value.values.map(\.name.value) == ["NO", "1.10", "on"])
    }

    @Test("short forms are the long ones")
    func shortForms() {
        let found = decode([
            "api.yaml": api,
            "a.yaml": """
            models: { M: { fields: { a: "int?", b: { type: "int?" } }, predicates: { p: { a: 3, b: 4 } } } }
            enums: { E: { values: { one: First., two: { about: Second., swift: deux } } } }
            unions: { U: { by: { tag: kind }, cases: { m: M } } }
            """,
        ])
        let model = found.spec?.models.first?.value
        #expect(model?.fields[0].value.type == model?.fields[1].value.type)
        guard case .all(let parts)? = model?.predicates.first?.value else {
            Issue.record("several members are no 'all'")
            return
        }
        #expect(parts.count == 2)
        let words = found.spec?.enums.first?.value.values
        #expect(words?.map(\.value.about?.value) == ["First.", "Second."])
        #expect(words?.last?.value.swiftName?.value == "deux")
        #expect(found.spec?.unions.first?.value.by.value == .tag("kind"))
    }

    @Test("a body from another operation: fields of the same name in place, the others behind it")
    func bodies() throws {
        let found = decode([
            "api.yaml": api,
            "a.yaml": """
            resource: first
            operations:
              copy: { http: POST /b, bodyFrom: send, body: { c: { always: 3 }, b: "int?" } }
              send: { http: POST /a, body: { a: int, b: string, d: bool } }
              same: { http: POST /c, bodyFrom: send }
            """,
        ])
        let operations = try #require(found.spec?.resources.first?.operations)
        let names = [["a", "b", "d", "c"], ["a", "b", "d"], ["a", "b", "d"]]
        #expect(operations.map { $0.body.map(\.name.value) } == names)
        #expect(operations[0].body[1].value.type?.value == .optional(.format(.int)))
        #expect(operations[2].body[1].value.type?.value == .format(.string))
    }

    @Test("files beside a resource's say what the sandbox does, and how other languages make a call")
    func parts() throws {
        let found = decode([
            "spec/api.yaml": api, "spec/api.sandbox.yaml": "credentials: { key: k }",
            "spec/a.yaml": "resource: first\noperations: { send: { http: POST /a }, read: { http: GET /a } }",
            "spec/a.like.yaml": "send: { ruby: a.send, php: a->send }",
            "spec/a.sandbox.yaml": "read: { load: { from: a, as: b } }",
        ])
        let spec = try #require(found.spec)
        #expect(found.rules == [])
        #expect(spec.sandbox.credentials.map(\.value.value) == ["k"])
        let operations = spec.resources.flatMap(\.operations)
        #expect(operations.map { $0.like.map(\.name.value) } == [["ruby", "php"], []])
        #expect(operations.map { $0.sandbox?.load?.collection.location.file } == [nil, "spec/a.sandbox.yaml"])
    }

    @Test("a file beside one that cannot be read is not refused as well")
    func partOfUnreadFile() {
        let texts = ["api": api, "a": "resource: [", "a.like": "send: { ruby: a.send }"]
        let files = texts.sorted { $0.key < $1.key }.map { SourceFile(path: "\($0.key).yaml", text: $0.value) }
        var diagnostics = DiagnosticCollector()
        #expect(SpecReader.read(files, into: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.location.file) == ["a.yaml"])
    }

    @Test("a spec that lost a part is not given on, one with an unknown key is")
    func losses() {
        #expect(decode(["api.yaml": api + "\ncolour: blue"]).spec != nil)
        #expect(decode(["api.yaml": api + "\ncolour: blue"]).rules == ["unknown-key"])
        #expect(decode(["api.yaml": api + "\ntimeouts: { connect: soon }"]).spec == nil)
        #expect(decode([:]).rules == ["missing-file"])
    }

    @Test(
        "times in each unit, and what is no time",
        arguments: [
            ("250ms", 250), ("2s", 2000), ("1m", 60_000), ("1h", 3_600_000), ("0s", 0), ("5", nil), ("-1s", nil),
            ("1.5s", nil), ("s", nil), ("99999999999999999999h", nil), ("9223372036854775807s", nil),
        ] as [(String, Int?)]
    )
    func durations(_ text: String, _ milliseconds: Int?) {
        let found = decode(["api.yaml": api + "\ntimeouts: { call: \(text) }"])
        #expect(found.spec?.timeouts.call?.value == milliseconds)
        #expect(found.rules == (milliseconds == nil ? ["duration"] : []))
    }

    @Test(
        "statuses and their ranges",
        arguments: [
            ("429", 429...429), ("500-599", 500...599), ("100", 100...100), ("99", nil), ("600", nil), ("5xx", nil),
            ("599-500", nil), ("200-300-400", nil), ("+429", nil), ("", nil), ("-", nil),
        ] as [(String, ClosedRange<Int>?)]
    )
    func statuses(_ text: String, _ range: ClosedRange<Int>?) {
        #expect(StatusRange.parse(text) == range)
    }

    @Test("method and path have their own places")
    func httpPlaces() {
        let found = decode(["api.yaml": api, "a.yaml": "resource: first\noperations:\n  a:\n    http: GET /x/{y}"])
        let operation = found.spec?.resources.first?.operations.first?.value
        #expect(operation?.method.location.column == 11)
        #expect(operation?.path.location.column == 15)
        #expect(operation?.path.value == "/x/{y}")
    }
}
