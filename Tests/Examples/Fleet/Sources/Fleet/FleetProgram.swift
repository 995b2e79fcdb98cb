import ArgumentParser

/// Runs the project's parts on real servers while things break, and counts what was lost and what was done twice.
@main struct FleetProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fleet",
        abstract: "Counts what is lost, and what is done twice, while processes and servers are killed.",
        subcommands: [
            WebhooksCommand.self, OutboxCommand.self, PacingCommand.self, SpeedCommand.self, ReceiverCommand.self,
            SenderCommand.self,
            PacedSenderCommand.self,
        ]
    )
}
