import ArgumentParser

/// One sender: takes orders, and sends a message for each by way of an outbox, until somebody kills it.
struct SenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sender", shouldDisplay: false)

    @Argument var server: String
    /// Where its orders are.
    @Argument var orders: String
    /// What its orders are called.
    @Argument var name: String

    func run() async throws { try await Sender(server: server, orders: orders).work(as: name) }
}
