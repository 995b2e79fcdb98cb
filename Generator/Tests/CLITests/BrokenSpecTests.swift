import Foundation
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

    @Test("What cannot be read is told with its path and what to do, in the words of this tool")
    func unreadable() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let manager = FileManager.default
        let folder = tool.folder.appending(path: "spec/pigeon").path
        let file = "\(folder)/letters.yaml"
        func expect(_ message: String) throws {
            for command in ["generate", "check", "format"] {
                let outcome = try tool.run(command)
                #expect(outcome.status == 2)
                #expect(outcome.errors == "error: \(message)\n")
            }
        }
        try manager.removeItem(atPath: file)
        try manager.createSymbolicLink(atPath: file, withDestinationPath: "nowhere.yaml")
        try expect("spec/pigeon/letters.yaml: is missing, or a link that leads nowhere; restore it, or remove the link")
        try manager.removeItem(atPath: file)
        try manager.createDirectory(atPath: file, withIntermediateDirectories: false)
        try expect("spec/pigeon/letters.yaml: is a folder; give it another name")
        try manager.removeItem(atPath: file)
        #expect(mkfifo(file, 0o600) == 0)
        try expect("spec/pigeon/letters.yaml: is no regular file; move it away")
        try manager.removeItem(atPath: file)
        try manager.removeItem(atPath: "\(folder)/api.yaml")
        try manager.createSymbolicLink(atPath: "\(folder)/api.yaml", withDestinationPath: "gone.yaml")
        try expect("spec/pigeon/api.yaml: is missing, or a link that leads nowhere; restore it, or remove the link")
    }

    @Test("A link to a file is as good as the file")
    func link() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let file = tool.folder.appending(path: "spec/pigeon/letters.yaml").path
        try FileManager.default.moveItem(atPath: file, toPath: tool.folder.appending(path: "letters.txt").path)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "../../letters.txt")
        #expect(try tool.run("generate").status == 0)
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
