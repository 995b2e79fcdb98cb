import ArgumentParser
import Foundation
import Sandbox

/// `waybill webhook sign`: prints a signed delivery.
struct SignWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a delivery, and print its headers and its body.",
        discussion: """
            Prints the headers, an empty line and the exact bytes of the body, or with --curl a command that sends them. \
            Without --example and --body it lists the examples. Exit codes: 0 done, 2 an error.
            """
    )

    @OptionGroup var arguments: WebhookArguments
    @OptionGroup var delivery: DeliveryArguments

    @Option(help: ArgumentHelp("Print a curl command that sends the delivery there.", valueName: "url"))
    var curl: String?

    func run() async throws {
        let webhook = try arguments.read()
        guard !delivery.isEmpty else { return print(ExampleList(webhook: webhook).text) }
        let message = try delivery.message(webhook, to: curl)
        guard let curl else { return write(message) }
        guard let command = CurlCommand(message, url: curl) else {
            throw UsageError.exit("the body is no text, and cannot stand in a command; use 'waybill webhook send'")
        }
        print(command.text)
    }

    private func write(_ message: WebhookMessage) {
        var bytes = Data()
        for header in message.headers { bytes += Data("\(header.name): \(header.value)\n".utf8) }
        bytes += Data("\n".utf8) + Data(message.body)
        // A line break would belong to the body, were the output kept; a terminal's prompt needs one.
        if isatty(STDOUT_FILENO) == 1 { bytes += Data("\n".utf8) }
        FileHandle.standardOutput.write(bytes)
    }
}
