import Foundation
import Testing

@Suite struct GenerateTests {
    @Test("generate writes the client, says what it did, and changes nothing the second time")
    func twice() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let first = try tool.run("generate")
        #expect(first.status == 0)
        #expect(first.output.contains("added PigeonClient.swift"))
        let written = try tool.sources()
        #expect(written["Pigeon/PigeonClient.swift"]?.contains("public struct PigeonClient") == true)
        let second = try tool.run("generate")
        #expect(
            second.output == """
                spec/pigeon -> Sources/Pigeon: \(written.count) files, nothing changed
                spec/pigeon -> Tests/PigeonTests/Generated: \(try tool.sources(below: "Tests").count) files, nothing changed

                """
        )
        #expect(try tool.sources() == written)
    }

    @Test("generate writes and check compares the client's tests, in a folder of their own")
    func tests() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate", "--tests", "Checks")
        let tests = try tool.sources(below: "Checks")
        let path = try #require(tests.keys.sorted().first)
        #expect(path.hasPrefix("PigeonTests/Generated/"))
        #expect(try tool.sources(below: "Tests").isEmpty)
        #expect(try tool.run("check", "--tests", "Checks").status == 0)
        try tool.write(try tool.read("Checks/\(path)") + "// more\n", to: "Checks/\(path)")
        let outcome = try tool.run("check", "--tests", "Checks")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("--- a/Checks/\(path)\n"))
    }

    @Test("generate removes a stale file with the generator's mark, and no other")
    func stale() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let client = try tool.read("Sources/Pigeon/PigeonClient.swift")
        try tool.write(client, to: "Sources/Pigeon/Old.swift")
        try tool.write("// by hand\n", to: "Sources/Pigeon/Mine.swift")
        let outcome = try tool.run("generate")
        #expect(outcome.output.contains("removed Old.swift"))
        #expect(try tool.sources()["Pigeon/Old.swift"] == nil)
        #expect(try tool.sources()["Pigeon/Mine.swift"] == "// by hand\n")
    }

    @Test("a client's line in Package.swift names the runtime's modules that the API needs, or nothing is written")
    func manifest() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let hash = "c3a92ff9e274cdcce27a58c15a78ec6dcbbdbd0038a87e7a11baef2028fd8bff"
        let signature = """
            signature: { algorithm: sha256, key: apiKey, signs: "{body}", encoding: hex }
                  vectors: [{ apiKey: k, body: '{"a":1}', signature: \(hash) }]
            """
        let api = try tool.read("spec/pigeon/api.yaml")
            .replacing("headers:", with: "\(signature)\n      headers:")
            .replacing("{apiKey}", with: "{signature}")
        try tool.write(api, to: "spec/pigeon/api.yaml")
        try tool.write("targets: [\n    client(\"Pigeon\"),\n]\n", to: "Package.swift")
        for command in ["generate", "check"] {
            let refused = try tool.run(command)
            #expect(refused.status == 2)
            #expect(
                refused.errors == """
                    error: Package.swift:2: Pigeon needs `client("Pigeon", with: signing)`, and this is `client("Pigeon")`

                    """
            )
            #expect(try tool.sources().isEmpty)
        }
        try tool.write("targets: [\n    client(\"Pigeon\", with: signing),\n]\n", to: "Package.swift")
        #expect(try tool.run("generate").status == 0)
        #expect(try tool.read("Sources/Pigeon/PigeonClient.swift").contains("import WaybillSigning"))
    }

    @Test("a spec error writes nothing and ends with 2")
    func specError() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let letters = try tool.read("spec/pigeon/letters.yaml")
        try tool.write(letters.replacing("returns: Letter", with: "returns: Leter"), to: "spec/pigeon/letters.yaml")
        let outcome = try tool.run("generate")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("spec/pigeon/letters.yaml:9:14: error[unknown-type]: "))
        #expect(outcome.errors.contains("'Letter'"))
        #expect(try tool.sources().isEmpty)
    }

    /// A tool with a second API, whose folder of tests cannot be made: a file stands in its place.
    private func toolWithObstacle() throws -> Tool {
        let tool = try Tool()
        for file in ["api.yaml", "api.sandbox.yaml", "letters.yaml"] {
            let text = try tool.read("spec/pigeon/\(file)")
            try tool.write(text.replacing("Pigeon", with: "Raven"), to: "spec/raven/\(file)")
        }
        try tool.write("in the way\n", to: "Tests/RavenTests")
        return tool
    }

    @Test("where one folder cannot be written nothing is, and nothing is left behind")
    func allOrNothing() throws {
        let tool = try toolWithObstacle()
        defer { tool.remove() }
        let refused = try tool.run("generate")
        #expect(refused.status == 2)
        #expect(refused.errors == "error: Tests/RavenTests/Generated/LettersWireTests.swift: cannot be written\n")
        #expect(try tool.names(below: "Sources").isEmpty)
        #expect(try tool.names(below: "Tests") == ["RavenTests"])
        try FileManager.default.removeItem(at: tool.folder.appending(path: "Tests/RavenTests"))
        #expect(try tool.run("generate").status == 0)
        #expect(try tool.run("check").status == 0)
    }

    @Test("an API that is refused keeps the others from being written")
    func refusal() throws {
        let tool = try toolWithObstacle()
        defer { tool.remove() }
        try tool.write("let hand = 1\n", to: "Sources/Raven/RavenClient.swift")
        let refused = try tool.run("generate")
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix("error: Sources/Raven/RavenClient.swift: exists and was not generated"))
        #expect(try tool.names(below: "Sources") == ["Raven", "Raven/RavenClient.swift"])
    }

    @Test("what a killed run has left is taken away by the next, though nothing else is to be done")
    func leftovers() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let names = try ["Sources", "Tests"].map { try tool.names(below: $0) }
        try tool.write("// Generated by way", to: "Sources/Pigeon/PigeonClient.swift.waybill-new")
        try tool.write("", to: "Tests/PigeonTests/Generated/Deep/Old.swift.waybill-new")
        #expect(try tool.run("generate").output.contains("nothing changed"))
        #expect(try ["Sources", "Tests"].map { try tool.names(below: $0) } == names)
    }

    @Test("a folder without a spec is told, and ends with 2")
    func noSpec() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let outcome = try tool.run("generate", "spec/dove")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("error: spec/dove: there is no api.yaml"))
    }
}
