import Foundation
import Testing

@Suite struct CheckTests {
    @Test("check ends with 0 when everything is current")
    func current() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let outcome = try tool.run("check")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasSuffix(" files, current\n"))
    }

    @Test("check ends with 1 and a unified diff when a generated file was touched, and writes nothing")
    func touchedFile() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let client = try tool.read("Sources/Pigeon/PigeonClient.swift")
        let touched = client.replacing("Sends pigeons.", with: "Sends doves.")
        try tool.write(touched, to: "Sources/Pigeon/PigeonClient.swift")
        let before = try tool.sources()
        let outcome = try tool.run("check")
        #expect(outcome.status == 1)
        let head = "--- a/Sources/Pigeon/PigeonClient.swift\n+++ b/Sources/Pigeon/PigeonClient.swift\n@@"
        #expect(outcome.output.contains(head))
        #expect(outcome.output.contains("-/// Sends doves.\n+/// Sends pigeons.\n"))
        #expect(outcome.errors == "1 generated file is stale: run `make generate`.\n")
        #expect(try tool.sources() == before)
    }

    @Test("check ends with 1 when the spec was touched")
    func touchedSpec() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let api = try tool.read("spec/pigeon/api.yaml")
        try tool.write(api.replacing("Sends pigeons.", with: "Sends fast pigeons."), to: "spec/pigeon/api.yaml")
        let outcome = try tool.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("+/// Sends fast pigeons.\n"))
    }

    @Test("check --assumed lists what is no published fact, with its place, and compares nothing")
    func assumed() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("check", "--assumed").output == "0 assumed, 0 decided\n")
        let letters = try tool.read("spec/pigeon/letters.yaml")
        try tool.write(
            letters.replacing(
                "    http: GET",
                with: "    decided: by id\n    assumed: \"the path: it works\"\n    http: GET"
            ),
            to: "spec/pigeon/letters.yaml"
        )
        let outcome = try tool.run("check", "--assumed", "spec/pigeon")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                spec/pigeon/letters.yaml:6: decided: letters.operations.fetch: by id
                spec/pigeon/letters.yaml:7: assumed: letters.operations.fetch: the path: it works
                1 assumed, 1 decided

                """
        )
        #expect(try tool.run("check", "--assumed", "spec/none").status == 2)
    }

    @Test("check ends with 2 when the spec has an error")
    func specError() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        try tool.write("waybill: 1\n", to: "spec/pigeon/api.yaml")
        #expect(try tool.run("check").status == 2)
    }
}
