import Foundation
import Testing

/// The pipelines of spec/DIFF.md do what the page says.
///
/// Their own commands run here, one after the other, over a repository with a branch that breaks its clients. Only what installs
/// and what speaks to the host is replaced, by a program that writes down what it was given.
@Suite struct PipelineExampleTests {
    /// What a pipeline meets: a repository with a branch, and programs that stand for those of the host.
    private struct Host {
        let tool: Tool
        private let environment: [String: String]

        init(environment: [String: String]) throws {
            tool = try Tool()
            for name in ["apt-get", "make", "gh", "curl"] {
                let program = "#!/bin/sh\necho \(name) \"$@\" >> \"$HOME/called\"\n"
                try tool.write(program, to: "bin/\(name)")
                let file = tool.folder.appending(path: "bin/\(name)").path
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
            }
            let link = tool.folder.appending(path: "bin/waybill")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: Tool.executable)
            let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
            let own = ["PATH": "\(tool.folder.path)/bin:\(path)", "HOME": "\(tool.folder.path)/bin"]
            self.environment = own.merging(environment) { own, _ in own }
            try commitBothVersions()
        }

        /// `main` as the host knows it, and HEAD with a change that breaks clients, both with their generated files.
        private func commitBothVersions() throws {
            let commit = "git add spec Sources && git -c user.name=t -c user.email=t@example.com commit --quiet -m spec"
            for step in [
                "git init --quiet --initial-branch=main", "waybill generate", commit,
                "git update-ref refs/remotes/origin/main HEAD",
                "sed -i.old 's,https://,https://new.,' spec/pigeon/api.yaml && rm spec/pigeon/api.yaml.old",
                "waybill generate", commit,
            ] {
                try #require(try run(step).status == 0)
            }
        }

        /// Runs a command as the hosts' runners do: it ends at the first one that fails.
        func run(_ command: String) throws -> Tool.Outcome {
            try tool.run(["-e", "-c", command], program: URL(filePath: "/bin/sh"), environment: environment)
        }

        /// What was given to the programs that stand for the host's.
        func called() throws -> String { try tool.read("bin/called") }
    }

    @Test("GitHub: the review is commented, and a break fails the last step with annotations")
    func gitHub() throws {
        let example = try PipelineExample(file: ".github/workflows/spec.yaml")
        let old = try #require(example.value("OLD")).replacing("${{ github.base_ref }}", with: "main")
        let host = try Host(environment: [
            "OLD": old, "PULL_REQUEST": "https://host/pull/1", "GITHUB_STEP_SUMMARY": "summary.md",
        ])
        defer { host.tool.remove() }
        let outcomes = try example.steps.map { try host.run($0) }
        #expect(outcomes.map(\.status) == [0, 0, 0, 0, 0, 0, 0, 1])
        try expectReview(host)
        #expect(try host.tool.read("summary.md") == host.tool.read("review.md"))
        #expect(
            try host.called() == """
                apt-get update -qq
                apt-get install -y -qq gh git make
                make install
                gh pr comment https://host/pull/1 --body-file review.md --edit-last

                """
        )
        #expect(outcomes.last?.output.hasPrefix("::error file=spec/pigeon/api.yaml,line=") == true)
    }

    @Test("GitLab: the review is noted, and a break fails the job with a report")
    func gitLab() throws {
        let example = try PipelineExample(file: ".gitlab-ci.yml")
        let old = try #require(example.value("OLD")).replacing("$CI_MERGE_REQUEST_DIFF_BASE_SHA", with: "origin/main")
        let host = try Host(environment: ["OLD": old, "NOTES": "https://host/notes", "REVIEW_TOKEN": "t"])
        defer { host.tool.remove() }
        let outcomes = try example.script.map { try host.run($0) }
        #expect(outcomes.map(\.status) == [0, 0, 0, 0, 0, 1])
        try expectReview(host)
        #expect(
            try host.called() == """
                apt-get update -qq
                apt-get install -y -qq curl git make
                make install
                curl --silent --show-error --fail --header PRIVATE-TOKEN: t --form body=<review.md https://host/notes

                """
        )
        #expect(try host.tool.read("review.xml").contains("<failure "))
    }

    private func expectReview(_ host: Host) throws {
        let review = try host.tool.read("review.md")
        #expect(review.hasPrefix("## Pigeon\n"))
        #expect(review.contains("wire **breaks**: Deployed clients call the old address."))
    }

    @Test("What the pipelines install is there")
    func installing() throws {
        let makefile = try String(contentsOf: PipelineExample.repository.appending(path: "Makefile"), encoding: .utf8)
        #expect(makefile.contains("\ninstall: setup "))
    }

    @Test("make demo's review is the one that is shown; RECORD_REFERENCE=1 writes it")
    func demo() throws {
        let examples = PipelineExample.repository.appending(path: "Tests/Examples")
        let script = try String(contentsOf: examples.appending(path: "demo.sh"), encoding: .utf8)
        let start = try #require(script.firstRange(of: "mkdir \"$work/old\""))
        let end = try #require(script.firstRange(of: "--format markdown)\n"))
        let tool = try Tool()
        defer { tool.remove() }
        let outcome = try tool.run(
            ["-e", "-c", "cd \"$repository\"\n" + script[start.lowerBound..<end.upperBound]],
            program: URL(filePath: "/bin/sh"),
            environment: [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "work": tool.folder.path,
                "waybill": Tool.executable.path, "repository": PipelineExample.repository.path,
            ]
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = examples.appending(path: "review.md")
        if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1" {
            try outcome.output.write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == outcome.output)
    }
}
