import Foundation
import Testing

@Suite struct DiffTests {
    /// A tool whose folder is a repository with one commit, and a change that is not committed.
    private static func changed() throws -> Tool {
        let tool = try Tool()
        try git(tool, "init", "--quiet", "--initial-branch=main")
        try git(tool, "add", "spec")
        try git(tool, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "spec")
        let text = try tool.read("spec/pigeon/api.yaml")
        try tool.write(text.replacing("https://", with: "https://new."), to: "spec/pigeon/api.yaml")
        return tool
    }

    private static func git(_ tool: Tool, _ arguments: String...) throws {
        try #require(try tool.run(["git"] + arguments, program: URL(filePath: "/usr/bin/env")).status == 0)
    }

    @Test("Without arguments the default branch is compared with the folder as it stands")
    func standard() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        let outcome = try tool.run("diff")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("Pigeon: "))
        #expect(outcome.output.contains("spec/pigeon/api.yaml:"))
        #expect(outcome.output.contains("wire breaks: Deployed clients call the old address."))
        #expect(outcome.errors.isEmpty)
        #expect(try tool.run("diff", "git:HEAD").output == outcome.output)
        #expect(try tool.run("diff", "HEAD:spec/pigeon", "spec/pigeon").output == outcome.output)
        #expect(try tool.run("diff", "git:HEAD:spec", "spec", "--spec", "pigeon").output == outcome.output)
    }

    @Test("The same versions have no changes, from git and from folders")
    func same() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        #expect(try tool.run("diff", "spec", "spec").output == "Pigeon: no changes\n")
        #expect(try tool.run("diff", "git:HEAD", "git:main").output == "Pigeon: no changes\n")
        #expect(try tool.run("diff", "spec", "spec", "--fail-on", "any").status == 0)
    }

    @Test("--fail-on ends with 1 where such a change is, and only there")
    func failing() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        #expect(try tool.run("diff", "--fail-on", "wire").status == 1)
        #expect(try tool.run("diff", "--fail-on", "any").status == 1)
        #expect(try tool.run("diff", "--fail-on", "swift", "--fail-on", "behaviour").status == 0)
    }

    @Test("What cannot be compared ends with 2, prints why, and no report")
    func errors() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        let cases: [([String], String)] = [
            (["diff", "git:nowhere"], "error: git knows no revision 'nowhere' here\n"),
            (["diff", "HEAD:nowhere"], ": there is no such folder\n"),
            (["diff", "nowhere", "spec"], "error: nowhere is no folder that can be read\n"),
            (["diff", "--spec", "raven"], " has a spec raven\n"),
            (["diff", "git:--all"], "error: '--all' is no revision\n"),
        ]
        for (arguments, message) in cases {
            let outcome = try tool.run(arguments)
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasSuffix(message), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        try tool.write("waybill: 1\n", to: "spec/pigeon/api.yaml")
        let outcome = try tool.run("diff")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasSuffix("nothing was compared.\n"))
        #expect(outcome.output.isEmpty)
    }

    @Test("A spec that is new or gone is one change")
    func wholeSpecs() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        for name in ["api.yaml", "api.sandbox.yaml", "letters.yaml"] {
            try tool.write(try tool.read("spec/pigeon/\(name)"), to: "old/raven/\(name)")
            try tool.write(try tool.read("spec/pigeon/\(name)"), to: "old/pigeon/\(name)")
        }
        let gone = try tool.run("diff", "old", "spec")
        #expect(gone.output.hasPrefix("Pigeon: no changes\n"))
        #expect(gone.output.contains("API Pigeon: removed"))
        #expect(try tool.run("diff", "spec", "old").output.contains("API Pigeon: added"))
    }

    @Test("An accepted change counts no more until its day has passed")
    func accepted() throws {
        let tool = try Self.changed()
        defer { tool.remove() }
        let text = try tool.run("diff", "--format", "json").output
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let changes = try #require((root["apis"] as? [[String: Any]])?.first?["changes"] as? [[String: Any]])
        let ids = changes.compactMap { $0["id"] as? String }
        try #require(!ids.isEmpty)
        let entries = { (day: String) in
            "accepted:\n" + ids.map { "  - {change: \"\($0)\", because: it moved, until: \"\(day)\"}\n" }.joined()
        }
        try tool.write(entries("9999-12-31"), to: "spec/pigeon/.accepted.yaml")
        #expect(try tool.run("diff", "--fail-on", "any").output == "Pigeon: no changes\n")
        try tool.write(entries("2020-01-31"), to: "spec/pigeon/.accepted.yaml")
        let expired = try tool.run("diff", "--fail-on", "any")
        #expect(expired.status == 1)
        #expect(expired.errors.contains("was accepted until 2020-01-31"))
        let moved = entries("9999-12-31").replacing("https://new.", with: "https://other.")
        try tool.write(moved, to: "spec/pigeon/.accepted.yaml")
        let other = try tool.run("diff", "--fail-on", "any")
        #expect(other.status == 1)
        #expect(other.errors.contains("is accepted, but the change is 'address: client PigeonClient"))
        try tool.write("accepted: no\n", to: "spec/pigeon/.accepted.yaml")
        #expect(try tool.run("diff").status == 2)
    }
}
