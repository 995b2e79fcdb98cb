import ArgumentParser
import Foundation
import Pipeline
import Sandbox

/// What is to be delivered, and how it is signed.
struct DeliveryArguments: ParsableArguments {
    @Option(help: "The example of the spec to deliver; without it the examples are listed.")
    var example: String?

    @Option(help: "A body of your own instead of an example: a file, or - for standard input.", completion: .file())
    var body: String?

    @OptionGroup var signing: SigningArguments

    @Option(help: "The URL that is signed, where one is; the receiver's if nothing is said.")
    var url: String?

    @Option(help: "The event's id, instead of the example's.")
    var id: String?

    @Option(help: "The event's type, where a header names it, instead of the example's.")
    var type: String?

    @Option(help: "The time that is signed, in seconds since 1970, where one is; now if nothing is said.")
    var at: Int64?

    @Option(
        help: ArgumentHelp(
            "What is changed after signing, so that the receiver must refuse.",
            valueName: "body|signature"
        ),
        transform: Self.tampering(from:)
    )
    var tamper: WebhookTampering?

    func validate() throws {
        if example != nil, body != nil { throw ValidationError("give --example or --body, not both") }
    }

    /// Whether there is nothing to deliver, so that the examples are to be listed.
    var isEmpty: Bool { example == nil && body == nil }

    /// Signs what is to be delivered.
    /// - Parameter receiver: Where it goes, if that is known.
    func message(_ webhook: ResolvedWebhook, to receiver: String? = nil) throws -> WebhookMessage {
        let keys = try signing.keys(of: webhook)
        if webhook.signsURL, url ?? receiver == nil {
            throw UsageError.exit("\(webhook.name) signs the receiver's URL; give it with --url")
        }
        do {
            let signer = try WebhookSigner(webhook, keys, url: url ?? receiver)
            var bytes = try bytes(webhook)
            if let id { bytes = try signer.body(bytes, withID: id) }
            let type = type ?? webhook.examples.first { $0.name == example }.flatMap(\.type)
            return try signer.message(body: bytes, id: id, type: type, at: at, tampering: tamper)
        } catch let problem as WebhookProblem {
            throw UsageError.exit("\(problem)")
        }
    }

    /// What is delivered, in a word.
    var name: String { example ?? "the body" }

    private static func tampering(from argument: String) throws -> WebhookTampering {
        guard let tampering = WebhookTampering(rawValue: argument) else {
            throw ValidationError("'\(argument)' cannot be tampered with; write body or signature")
        }
        return tampering
    }

    private func bytes(_ webhook: ResolvedWebhook) throws -> [UInt8] {
        if let body { return try ByteInput.read(body) }
        let found = webhook.examples.first { $0.name == example }
        guard let found else {
            let names = webhook.examples.map(\.name).joined(separator: ", ")
            throw UsageError.exit("\(webhook.name) has no example '\(example ?? "")'; it has \(names)")
        }
        return Array(found.body.utf8)
    }
}
