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

    @Test("check ends with 2 when the spec has an error")
    func specError() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        try tool.write("waybill: 1\n", to: "spec/pigeon/api.yaml")
        #expect(try tool.run("check").status == 2)
    }
}
