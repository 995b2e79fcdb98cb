import ArgumentParser
import Connectly
import Hummingbird
import Simpu
import WaybillStores

/// Takes webhooks, and works on them.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Take webhooks, and work on them.",
        discussion: """
            CONNECTLY_WEBHOOK_SECRETS and SIMPU_WEBHOOK_SECRETS have the secrets with commas between them: one, or two while the \
            service changes over from an old one to a new one.
            """
    )

    @Option(help: "The port on the loopback.")
    var port = 8090

    @OptionGroup var file: FileArguments

    func run() async throws {
        let environment = Environment()
        let database = try await Database(path: file.database)
        let inbox = SQLInbox(sqlite: database)
        let connectly = try ConnectlyWebhook(secrets: secrets("CONNECTLY_WEBHOOK_SECRETS", environment))
        let simpu = try SimpuWebhook(secrets: secrets("SIMPU_WEBHOOK_SECRETS", environment))
        let router = Router()
        WebhookServer(connectly: connectly, simpu: simpu, inbox: inbox).addRoutes(to: router)
        let application = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        let worker = InboxWorker(connectly: connectly, simpu: simpu, database: database, inbox: inbox) { event, _ in
            print(event.sentence)
        }
        try await withThrowingTaskGroup { group in
            group.addTask { await worker.run() }
            try await application.runService()
            group.cancelAll()
        }
    }

    private func secrets(_ variable: String, _ environment: Environment) throws -> [String] {
        guard let text = environment.get(variable) else { throw ValidationError("set \(variable)") }
        return text.split(separator: ",").map(String.init)
    }
}
