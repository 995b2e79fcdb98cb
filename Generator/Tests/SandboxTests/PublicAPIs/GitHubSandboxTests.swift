import GitHub
import Sandbox
import Testing
import WaybillRuntime
import WaybillWebhooks

/// A client for a code host, compiled, against the sandbox of its spec: `Link` pages, entity tags, null in PATCH, another
/// host, JSON Web Tokens, and events that a header names.
@Suite(.timeLimit(.minutes(30))) struct GitHubSandboxTests {
    private static func client(_ served: ServedAPI, token: String = "github_pat_sandbox") throws -> GitHubClient {
        try GitHubClient(token: token, configuration: served.configuration(of: "GitHubClient"))
    }

    /// The client of an app where it is installed.
    private static func client(
        _ served: ServedAPI,
        appID: String,
        installationID: String,
        _ key: String
    ) throws -> GitHubClient {
        try GitHubClient(
            appID: appID,
            installationID: installationID,
            privateKey: key,
            configuration: served.configuration(of: "GitHubClient")
        )
    }

    @Test("issues are opened, changed, locked and listed")
    func issues() async throws {
        try await ServedAPI.run("GitHub") { served in
            let issues = try Self.client(served).issues
            let (owner, repo) = ("octocat", "Hello-World")
            let opened = try await issues.create(owner: owner, repo: repo, title: "Found a bug", labels: ["bug"])
            #expect(opened.http.status == 201 && opened.title == "Found a bug" && opened.labels == [.name("bug")])
            let number = opened.number
            let closed = try await issues.update(
                owner: owner,
                repo: repo,
                number: number,
                state: .closed,
                milestone: .clear
            )
            #expect(closed.number == number && closed.isClosed && closed.milestone == nil)
            let locked = try await issues.lock(owner: owner, repo: repo, number: number, lockReason: .tooHeated)
            #expect(locked.http.status == 204)
            var titles: [String] = []
            for try await issue in issues.listAll(owner: owner, repo: repo, labels: ["bug", "ui"], perPage: 1) {
                titles.append(issue.title)
            }
            #expect(titles == ["Found a bug", "Found another"])
            let gone = await #expect(throws: GitHubError.self) {
                try await issues.update(owner: owner, repo: repo, number: 9999, state: .open)
            }
            guard case .notFound? = gone else { throw ServedAPI.Refused(head: "\(gone as Any)") }
            try await served.fail(["status": 422])
            let invalid = await #expect(throws: GitHubError.self) {
                try await issues.create(owner: owner, repo: repo, title: "x")
            }
            #expect(invalid?.code == .missingField && invalid?.problems?.first?.field == "title")
        }
    }

    @Test("files are read when they are new, rendered and merged")
    func files() async throws {
        try await ServedAPI.run("GitHub") { served in
            let files = try Self.client(served).files
            let (owner, repo) = ("octocat", "Hello-World")
            let first = try await files.readme(owner: owner, repo: repo)
            guard case .modified(let text) = first.value else { throw ServedAPI.Refused(head: "\(first.value)") }
            #expect(text == "Hello World!")
            let again = try await files.readme(owner: owner, repo: repo, ifNoneMatch: first.http.entityTag)
            guard case .notModified = again.value else { throw ServedAPI.Refused(head: "\(again.value)") }
            #expect(try await files.render(markdown: "Hello **world**").value == "<p>Hello <strong>world</strong></p>")
            let merged = try await files.merge(owner: owner, repo: repo, base: "master", head: "cool_feature")
            #expect(merged.value?.sha == "6dcb09b5b57875f334f61aebed695e2e4193db5e")
            try await served.fail(["status": 204])
            let nothing = try await files.merge(owner: owner, repo: repo, base: "master", head: "master")
            #expect(nothing.value == nil && nothing.http.status == 204)
        }
    }

    @Test("what anybody may read needs no token, a file goes to another host, and all else is refused without one")
    func hosts() async throws {
        try await ServedAPI.run("GitHub") { served in
            let stranger = try Self.client(served, token: "github_pat_no")
            #expect(try await stranger.files.emojis().value.keys.contains("+1"))
            let refused = await #expect(throws: GitHubError.self) {
                try await stranger.files.readme(owner: "octocat", repo: "Hello-World")
            }
            #expect(refused?.status == 401)
            let client = try Self.client(served)
            let bytes: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0xFF]
            let asset = try await client.releases.upload(
                owner: "octocat",
                repo: "Hello-World",
                releaseID: 1,
                file: bytes,
                name: "example 1.zip"
            )
            #expect(asset.http.status == 201 && asset.name == "example 1.zip")
            let forbidden = await #expect(throws: GitHubError.self) {
                try await stranger.releases.upload(
                    owner: "octocat",
                    repo: "Hello-World",
                    releaseID: 1,
                    file: bytes,
                    name: "example.zip"
                )
            }
            #expect(forbidden?.status == 401)
            let program = try GitHubClient(
                clientID: "Iv1.sandbox",
                clientSecret: "sandbox",
                configuration: served.configuration(of: "GitHubClient")
            )
            #expect(try await program.files.readme(owner: "octocat", repo: "Hello-World").http.status == 200)
        }
    }

    @Test("an app signs its own token, finds where it is installed, and gets another token there by itself")
    func app() async throws {
        try await ServedAPI.run("GitHub") { served in
            let key = try served.credential("privateKey", of: "GitHubAppClient")
            let configuration = served.configuration(of: "GitHubAppClient")
            let app = try GitHubAppClient(appID: "12345", privateKey: key, configuration: configuration)
            let (owner, repo) = ("octocat", "Hello-World")
            let installation = try await app.installations.find(owner: owner, repo: repo)
            #expect(installation.id == 1 && installation.account?.login == "github")
            let stranger = try GitHubAppClient(appID: "54321", privateKey: key, configuration: configuration)
            let refused = await #expect(throws: GitHubError.self) {
                try await stranger.installations.find(owner: owner, repo: repo)
            }
            #expect(refused?.status == 401)
            let client = try Self.client(served, appID: "12345", installationID: "\(installation.id)", key)
            #expect(try await client.files.readme(owner: owner, repo: repo).http.status == 200)
            let others = [("54321", "1"), ("12345", "2")]
            for (appID, installationID) in others {
                let other = try Self.client(served, appID: appID, installationID: installationID, key)
                let refused = await #expect(throws: GitHubError.self) {
                    try await other.files.readme(owner: owner, repo: repo)
                }
                guard case .noToken(let failure)? = refused else { throw ServedAPI.Refused(head: "\(refused as Any)") }
                #expect(failure.delivery == .notSent && failure.details.reason == .refused(status: 401))
            }
        }
    }

    @Test("a header names the event, and nothing forged is taken")
    func webhook() async throws {
        try await ServedAPI.run("GitHub") { served in
            let webhook = try GitHubWebhook(secrets: [served.key(of: "GitHubWebhook")])
            for example in ["opened", "commented", "made"] {
                let delivered = try await served.deliveries("GitHubWebhook", example)
                let delivery = try webhook.receive(body: delivered.right.body, headers: delivered.right.headers)
                switch delivery.event {
                case .issues(let event): #expect(example == "opened" && event.issue.number == 1347)
                case .issueComment(let event): #expect(example == "commented" && event.comment.body == "Me too")
                case .ping(let ping): #expect(example == "made" && ping.hookID == 30)
                case .unrecognized(let event): Issue.record("\(event)")
                }
                #expect(!delivery.id.isEmpty)
                for forged in delivered.forged {
                    #expect(throws: WebhookError.refused) {
                        try webhook.receive(body: forged.body, headers: forged.headers)
                    }
                }
            }
        }
    }
}
