import ArgumentParser
import Foundation
import Pipeline
import Sandbox
import SpecYAML

/// `waybill sandbox`: a server on loopback that behaves like the API of a spec.
struct ServeSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serve a spec on 127.0.0.1.",
        discussion: """
            Checks credentials and signatures, validates requests, answers from the spec's examples and from what it was \
            sent, replays idempotent requests, enforces the rate, makes faults on demand, and delivers signed webhooks. GET \
            /_sandbox on the server tells how. It runs until it is interrupted.
            """
    )

    @Argument(help: "The spec's folder, such as spec/acme.", completion: .directory)
    var spec: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one and prints it.")
    var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp("How many requests fit into a window, instead of the spec's rate.", valueName: "5/2s"),
        transform: Self.rate(from:)
    )
    var rate: SandboxRate?

    @Option(help: ArgumentHelp("A credential, instead of the spec's; can be repeated.", valueName: "name=value"))
    var credential: [NameArgument] = []

    @Option(
        help: ArgumentHelp("How long tokens are good for, instead of what the spec says.", valueName: "30s"),
        transform: Self.duration(from:)
    )
    var tokenLifetime: Int?

    @Option(
        help: ArgumentHelp("Where a webhook's deliveries go; can be repeated.", valueName: "name=url")
    )
    var webhook: [NameArgument] = []

    @Option(
        help: ArgumentHelp(
            "A webhook's secret, instead of one that is printed; can be repeated.",
            valueName: "name=secret"
        )
    )
    var webhookSecret: [NameArgument] = []

    @Option(
        help: ArgumentHelp(
            "The token of a webhook's challenges, instead of the sandbox's own; can be repeated.",
            valueName: "name=token"
        )
    )
    var webhookToken: [NameArgument] = []

    @Option(
        help: ArgumentHelp(
            "How often a delivery is tried until it is acknowledged, and the first delay, which then doubles.",
            valueName: "5/200ms"
        ),
        transform: Self.retry(from:)
    )
    var webhookRetry: RedeliveryPlan?

    @Flag(help: "Print no line for each request.")
    var quiet = false

    func run() async throws {
        let sandbox = Sandbox(try SpecFolders.api(in: spec), options: options, log: quiet ? nil : Self.print)
        guard sandbox.problems.isEmpty else {
            for problem in sandbox.problems { StandardError.print("error: \(problem)") }
            throw ExitCode.specError
        }
        do {
            try await sandbox.run { port in
                for address in sandbox.addresses(port: port) {
                    Self.print("\(address.client) at \(address.url)")
                }
                for host in sandbox.hosts(port: port) {
                    Self.print("\(host.client)'s host \(host.host) at \(host.url)")
                }
                for webhook in sandbox.webhooks {
                    let secret = webhook.secret.map { "signed with \($0)" } ?? "signed with the secret that was given"
                    Self.print("\(webhook.name) to \(webhook.url ?? "the url that a delivery names"), \(secret)")
                }
                Self.print("Help at http://127.0.0.1:\(port)/_sandbox; stop with Control-C.")
            }
        } catch {
            StandardError.print("error: cannot serve on port \(port): \(error)")
            throw ExitCode.specError
        }
    }

    private var options: SandboxOptions {
        let credentials = Dictionary(credential.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        var options = SandboxOptions(port: port, credentials: credentials, rate: rate)
        options.tokenLifetime = tokenLifetime
        options.webhooks = Dictionary(webhook.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        options.webhookSecrets = Dictionary(webhookSecret.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        options.webhookTokens = Dictionary(webhookToken.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        options.redelivery = webhookRetry ?? RedeliveryPlan()
        return options
    }

    /// Prints a line at once, also into a pipe.
    @Sendable private static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func rate(from argument: String) throws -> SandboxRate {
        guard let rate = SandboxRate(parsing: argument) else {
            throw ValidationError("'\(argument)' is no rate; write 5/2s or 30/1m")
        }
        return rate
    }

    private static func duration(from argument: String) throws -> Int {
        guard let milliseconds = SandboxOptions.milliseconds(parsing: argument) else {
            throw ValidationError("'\(argument)' is no duration; write 500ms, 30s, 5m or 1h")
        }
        return milliseconds
    }

    private static func retry(from argument: String) throws -> RedeliveryPlan {
        guard let plan = RedeliveryPlan(parsing: argument) else {
            throw ValidationError(
                "'\(argument)' is no plan; write 5/200ms: at most five tries, 200 ms before the second"
            )
        }
        return plan
    }
}
