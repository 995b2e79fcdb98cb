import ArgumentParser

/// The tool: specs in, clients, sandboxes and deliveries out.
///
/// Arguments and exit codes only; the work is in `Pipeline` and `Sandbox`.
@main
struct Waybill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waybill",
        abstract: "Turns reviewable API specs into Swift clients.",
        discussion: """
            Run it from the folder that holds spec/ and Sources/. A spec is a folder with an api.yaml and a file for each \
            resource; spec/README.md is the reference of what can stand in them.
            """,
        version: "0.1.0",
        subcommands: [Generate.self, Check.self, Format.self, Diff.self, ServeSandbox.self, Webhook.self]
    )

    /// Runs the command that the arguments name; wrong arguments end with the exit code of every other error.
    static func main() async {
        do {
            var command = try parseAsRoot(KeyInput.attached(Array(CommandLine.arguments.dropFirst())))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            StandardError.print(fullMessage(for: error))
            exit(withError: ExitCode.usage)
        }
    }
}
