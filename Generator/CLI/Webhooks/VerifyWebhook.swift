import ArgumentParser
import Foundation
import Pipeline
import Sandbox

/// `waybill webhook verify`: checks a delivery that was received.
struct VerifyWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the signature of a delivery.",
        discussion: """
            Takes the headers and the exact bytes of the body, and says whether a secret, or a private key, has signed them, which one, and what \
            the event is. Exit codes: 0 it holds, 1 it does not, 2 an error.
            """
    )

    @OptionGroup var arguments: WebhookArguments

    @Option(help: "A secret that may have signed; up to five, for secrets that are being changed.")
    var secret: [String] = []

    @Option(
        help: """
            A public key whose private one may have signed: PEM, Base64 or hex digits, or a file with it; up to five.
            """,
        completion: .file(),
        transform: KeyInput.text
    )
    var publicKey: [String] = []

    @Option(help: "The URL that was called, where it is signed.")
    var url: String?

    @Option(help: ArgumentHelp("A header of the delivery; can be repeated.", valueName: "name: value"))
    var header: [String] = []

    @Option(help: "The body: a file, or - for standard input.", completion: .file())
    var body = "-"

    @Option(help: "The time that a signed one is compared with, in seconds since 1970; now if nothing is said.")
    var at: Int64?

    func run() async throws {
        let webhook = try arguments.read()
        let hasPublicKey = webhook.hasPublicKey
        guard !secret.isEmpty || !publicKey.isEmpty else {
            throw UsageError.exit(
                hasPublicKey
                    ? "give the public key of who may have signed with --public-key"
                    : "give the secret that may have signed with --secret"
            )
        }
        if webhook.signsURL, url == nil {
            throw UsageError.exit("\(webhook.name) signs the receiver's URL; give it with --url")
        }
        let signer: WebhookSigner
        do throws(WebhookProblem) {
            signer = try WebhookSigner(webhook, WebhookKeySet(secrets: secret, publicKeys: publicKey), url: url)
        } catch {
            throw UsageError.exit("\(error)")
        }
        let message = WebhookMessage(headers: try header.map(Self.pair), body: try ByteInput.read(body))
        switch signer.check(message, at: at) {
        case .fails(let reason):
            print("does not hold: \(reason)")
            throw ExitCode.refused
        case .holds(let position):
            let key = hasPublicKey ? "for public key" : "with secret"
            print("holds: signed \(key) \(position + 1) of \(hasPublicKey ? publicKey.count : secret.count)")
            let event = webhook.eventName(of: message.body, type: webhook.eventType(in: message.headers))
            print("event: \(event ?? "none that the delivery names")")
        }
    }

    private static func pair(_ header: String) throws -> (name: String, value: String) {
        guard let colon = header.firstIndex(of: ":"), colon != header.startIndex else {
            throw UsageError.exit("'\(header)' is no header; write 'name: value'")
        }
        let value = header[header.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return (header[..<colon].trimmingCharacters(in: .whitespaces), value)
    }
}
