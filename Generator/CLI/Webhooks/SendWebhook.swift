import ArgumentParser
import Foundation
import Pipeline
import Sandbox

/// `waybill webhook send`: delivers an example to a receiver, as the service would.
struct SendWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a signed delivery to a receiver of yours.",
        discussion: """
            Prints the status of each answer, and whether it acknowledges. Nothing is sent again by itself, and redirects are \
            not followed. Without --example and --body it lists the examples. Exit codes: 0 acknowledged, or with --tamper \
            refused; 1 not so; 2 an error.
            """
    )

    @OptionGroup var arguments: WebhookArguments

    @Argument(help: ArgumentHelp("The receiver's URL, such as http://127.0.0.1:8081/webhooks.", valueName: "url"))
    var receiver: String?

    @OptionGroup var delivery: DeliveryArguments

    @Option(help: "How many copies to send, one after the other: the same bytes, as a service that repeats itself.")
    var times = 1

    func validate() throws {
        guard (1...1000).contains(times) else { throw ValidationError("--times must be from 1 to 1000") }
    }

    func run() async throws {
        let webhook = try arguments.read()
        guard !delivery.isEmpty else { return print(ExampleList(webhook: webhook).text) }
        guard let url = receiver else {
            throw UsageError.exit("name the receiver's URL, such as http://127.0.0.1:8081/webhooks")
        }
        guard let address = WebhookAddress(url) else { throw UsageError.exit("'\(url)' is no http or https URL") }
        let message = try delivery.message(webhook, to: url)
        var isGood = true
        for _ in 0..<times {
            let reply = await WebhookPost().send(message, to: address)
            isGood = report(reply, webhook) && isGood
        }
        guard isGood else { throw ExitCode.refused }
    }

    /// Prints a reply; false where it is not the one that the delivery should have.
    private func report(_ reply: WebhookReply, _ webhook: ResolvedWebhook) -> Bool {
        let statuses = webhook.acknowledgements.map { "\($0)" }.joined(separator: ", ")
        let isAcknowledged = webhook.acknowledgements.contains { $0 == reply.status }
        let end: String
        switch (delivery.tamper, isAcknowledged) {
        case (nil, true): end = "acknowledges"
        case (nil, false): end = "does not acknowledge (that takes \(statuses))"
        case (_, true): end = "acknowledges what was tampered with: the receiver does not check signatures"
        case (_, false) where reply.status == webhook.refusal: end = "refuses what was tampered with"
        case (_, false): end = "does not acknowledge what was tampered with (\(webhook.refusal) would refuse it)"
        }
        print("\(delivery.name) -> \(reply) \(end)")
        return delivery.tamper == nil ? isAcknowledged : !isAcknowledged && reply.status != nil
    }
}
