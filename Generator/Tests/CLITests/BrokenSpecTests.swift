import Testing

@Suite struct BrokenSpecTests {
    private func errors(_ arguments: String...) throws -> String {
        let tool = try Tool()
        defer { tool.remove() }
        try tool.write("waybill: 1\n", to: "spec/pigeon/api.yaml")
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        return outcome.errors
    }

    @Test("A5 only a command that writes says that nothing was written")
    func consequence() throws {
        #expect(try errors("generate").hasSuffix("errors; nothing was written.\n"))
        let sandbox = try errors("sandbox", "spec/pigeon")
        let webhook = try errors("webhook", "verify", "spec/pigeon", "--secret", "s")
        for text in [sandbox, webhook] {
            #expect(text.hasSuffix("errors.\n"))
            #expect(!text.contains("written"))
        }
    }
}
