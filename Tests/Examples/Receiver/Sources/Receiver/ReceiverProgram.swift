import ArgumentParser

/// Receives the webhooks of Connectly and Simpu, and writes down what they say.
@main struct ReceiverProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receiver",
        abstract: "Receives the webhooks of Connectly and Simpu, and writes down what they say.",
        subcommands: [ServeCommand.self, StuckCommand.self, ReplayCommand.self, DiscardCommand.self],
        defaultSubcommand: ServeCommand.self
    )
}
