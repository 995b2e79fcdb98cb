import Connectly
import Foundation
import Hummingbird
import Simpu

/// Receives the webhooks of Connectly and Simpu, and prints what they say.
///
/// `CONNECTLY_WEBHOOK_SECRETS` and `SIMPU_WEBHOOK_SECRETS` have the secrets with commas between them: one, or two while
/// the service changes over from an old one to a new one. `PORT` has the port, 8090 unless it is set.
@main
struct ReceiverProgram {
    static func main() async {
        do {
            try await run()
        } catch {
            print("error: \(error)")
            exit(1)
        }
    }

    private static func run() async throws {
        let environment = Environment()
        let server = WebhookServer(
            connectly: try ConnectlyWebhook(secrets: secrets("CONNECTLY_WEBHOOK_SECRETS", environment)),
            simpu: try SimpuWebhook(secrets: secrets("SIMPU_WEBHOOK_SECRETS", environment)),
            store: InMemoryDeduplicationStore(),
            work: { print($0.sentence) }
        )
        let router = Router()
        server.addRoutes(to: router)
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: environment.get("PORT", as: Int.self) ?? 8090))
        )
        try await application.runService()
    }

    private static func secrets(_ variable: String, _ environment: Environment) throws -> [String] {
        guard let text = environment.get(variable) else { throw MissingVariable(description: "set \(variable)") }
        return text.split(separator: ",").map(String.init)
    }

    private struct MissingVariable: Error, CustomStringConvertible {
        let description: String
    }
}
