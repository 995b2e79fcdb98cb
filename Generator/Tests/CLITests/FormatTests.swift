import Foundation
import Testing

@Suite struct FormatTests {
    @Test("format lays specs out, changes no meaning, and then has nothing to do")
    func formats() throws {
        let tool = try Tool()
        defer { tool.remove() }
        _ = try tool.run("generate")
        let sources = try tool.sources()
        let check = try tool.run("format", "--check")
        #expect(check.status == 1)
        #expect(check.output.contains("--- a/spec/pigeon/api.yaml"))
        #expect(check.errors == "3 files are not laid out: run `waybill format`.\n")
        let names = ["api.sandbox.yaml", "api.yaml", "letters.yaml"]
        #expect(try tool.run("format").output == names.map { "formatted spec/pigeon/\($0)\n" }.joined())
        #expect(try tool.read("spec/pigeon/api.yaml").hasPrefix("---\n"))
        #expect(try tool.run("format", "--check", "spec/pigeon").status == 0)
        #expect(try tool.run("check").status == 0)
        #expect(try tool.sources() == sources)
    }

    @Test("format ends with 2 where a spec cannot be read, and writes nothing")
    func unreadable() throws {
        let tool = try Tool()
        defer { tool.remove() }
        try tool.write("a: [\n", to: "spec/pigeon/birds.yaml")
        let before = try tool.read("spec/pigeon/api.yaml")
        let outcome = try tool.run("format")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasSuffix("1 error; nothing was written.\n"))
        #expect(try tool.read("spec/pigeon/api.yaml") == before)
    }
}
