import ArgumentParser
import Pipeline
import Sandbox

/// `waybill webhook challenge`: asks a receiver whether it is there, as the service would.
struct ChallengeWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenge",
        abstract: "Ask a receiver of yours whether it is there, as the service does.",
        discussion: """
            Sends the challenge that the spec describes, and compares the answer with the one that the service expects. Exit \
            codes: 0 answered as expected, or with --tamper refused; 1 not so; 2 an error.
            """
    )

    @OptionGroup var arguments: WebhookArguments

    @Argument(help: ArgumentHelp("The receiver's URL, such as http://127.0.0.1:8081/webhooks.", valueName: "url"))
    var receiver: String

    @OptionGroup var signing: SigningArguments

    @Option(help: "The token that proves the challenge, where one does.")
    var token: String?

    @Option(help: "The text that is to be answered.")
    var text = "1158201444"

    @Flag(help: "Prove it with another token or signature, so that the receiver must refuse.")
    var tamper = false

    func run() async throws {
        let webhook = try arguments.read()
        guard let address = WebhookAddress(receiver) else {
            throw UsageError.exit("'\(receiver)' is no http or https URL")
        }
        var keys = try signing.keys(of: webhook)
        keys.challengeToken = token
        if webhook.hasChallengeToken, token == nil {
            throw UsageError.exit("give the token that proves the challenge with --token")
        }
        let message: WebhookMessage
        do throws(WebhookProblem) {
            let signer = try WebhookSigner(webhook, keys, url: receiver)
            message = try signer.challenge(text, tampering: tamper ? .signature : nil)
        } catch {
            throw UsageError.exit("\(error)")
        }
        let reply = await WebhookPost().send(message, to: address)
        let isAnswered = reply.status == 200
        print("challenge -> \(reply) \(end(isAnswered))")
        guard tamper ? !isAnswered && reply.status != nil : isAnswered else { throw ExitCode.refused }
    }

    private func end(_ isAnswered: Bool) -> String {
        switch (tamper, isAnswered) {
        case (false, true): "answers as the service expects"
        case (false, false): "does not answer as the service expects"
        case (true, true): "answers what proves nothing: the receiver does not check"
        case (true, false): "does not answer what proves nothing"
        }
    }
}
