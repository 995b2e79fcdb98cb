import SpecYAML
import Testing

@testable import Comparison
@testable import Pipeline

/// Headers of answers, as a later version changes them.
@Suite struct AnswerHeaderComparisonTests {
    private static func api(_ headers: String) throws -> ResolvedAPI {
        let files = [
            SourceFile(
                path: "api.yaml",
                text: """
                    waybill: 1
                    api: Depot
                    clients:
                      DepotClient:
                        servers: {production: "https://depot.example"}
                        auth: {}
                        resources: [things]
                    """
            ),
            SourceFile(
                path: "things.yaml",
                text: """
                    resource: things
                    operations:
                      list:
                        http: GET /things
                        returns: json
                        answerHeaders: \(headers)
                        examples:
                          one: {status: 200, response: "[]"}
                    """
            ),
        ]
        var diagnostics = DiagnosticCollector()
        return try #require(resolve(files, into: &diagnostics), "\(diagnostics)")
    }

    private static func changes(_ old: String, _ new: String) throws -> [JudgedChange] {
        try Comparison(api(old), api(new)).changes
    }

    @Test(
        "What it means that a header comes, goes or changes",
        arguments: [
            (#"{X-A: "int?"}"#, #"{X-A: "int?", X-B: "int?"}"#, "optional-added", .none, .adds),
            (#"{X-A: "int?", X-B: "int?"}"#, #"{X-A: "int?"}"#, "optional-removed", .changes, .breaks),
            (#"{X-A: "int?"}"#, #"{X-A: "string?"}"#, "optional-type-widened", .changes, .breaks),
            (#"{X-A: "int?"}"#, #"{X-A: "timestamp?"}"#, "optional-type-changed", .changes, .breaks),
            (#"{X-A: "int.text?"}"#, #"{X-A: "int?"}"#, "type-same-on-wire", .none, .none),
            (#"{X-A: "int?"}"#, #"{X-A: {type: "int?", swift: left}}"#, "swift-name", .none, .breaks),
            (#"{X-A: "int?"}"#, #"{X-A: {type: "int?", about: Left.}}"#, "documentation", .none, .none),
        ] as [(String, String, String, WireVerdict, SwiftVerdict)]
    )
    func changes(old: String, new: String, finding: String, wire: WireVerdict, swift: SwiftVerdict) throws {
        let changes = try Self.changes(old, new)
        #expect(changes.count == 1)
        let change = try #require(changes.first)
        #expect(change.id.hasPrefix("\(finding): ") && change.id.contains("answer header X-"), "\(change.id)")
        #expect(change.wire == wire && change.swift == swift, "\(change)")
    }

    @Test("Another letter case is the same header")
    func letterCase() throws {
        let changes = try Self.changes(#"{X-Left: "int?"}"#, #"{x-left: "int?"}"#)
        #expect(changes.allSatisfy { $0.wire == .none && $0.swift == .none }, "\(changes)")
    }

    @Test("The type of an answer's headers comes with the first of them")
    func types() throws {
        let symbols = try Self.changes("{}", #"{X-A: "int?"}"#).flatMap(\.symbols).map(\.path)
        #expect(Set(symbols).isSuperset(of: ["DepotClient.Things.ListHeaders"]))
    }
}
