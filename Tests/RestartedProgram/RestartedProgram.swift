import Foundation
import Walinko

/// A program that sends one message, ends at some point on the way, and is started again.
///
/// It is called with a step, the file in which it keeps the request, and the address of the server.
@main
struct RestartedProgram {
    /// What it does before it ends.
    enum Step: String {
        /// Fills and saves the request, and is killed before anything is sent.
        case fill
        /// Fills, saves and sends the request; the one who started it kills it.
        case send
        /// Sends the request, does not learn what became of it, and saves what went out.
        case lose
        /// Takes up the saved request and sends it.
        case resend
    }

    let file: URL
    let walinko: WalinkoClient

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let step = Step(rawValue: arguments[1]) else { exit(64) }
        let configuration = ClientConfiguration(baseURL: arguments[3], retry: .never)
        let program = RestartedProgram(
            file: URL(fileURLWithPath: arguments[2]),
            walinko: try WalinkoClient(apiKey: "walk_live_restarted.secret", configuration: configuration)
        )
        try await program.run(step)
    }

    private func run(_ step: Step) async throws {
        let request = WalinkoClient.Messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Zoë \"Z\" 👩‍👩‍👧", "b": "\u{1}", "a": "e\u{301}"]
        )
        switch step {
        case .fill:
            try save(walinko.fill(request))
            kill(getpid(), SIGKILL)
        case .send:
            let filled = try walinko.fill(request)
            try save(filled)
            _ = try await walinko.send(request.resending(filled))
        case .lose:
            do throws(WalinkoError) {
                _ = try await walinko.send(request)
            } catch {
                if error.delivery == .unknown { try? save(error.request) }
            }
        case .resend:
            let answer = try await walinko.resend(load())
            print(answer.value["data"]?["tracking_id"]?.stringValue ?? "no id")
        }
    }

    private func save(_ request: FilledRequest?) throws {
        guard let request else { return }
        try Data(request.serialized()).write(to: file, options: .atomic)
    }

    private func load() throws -> FilledRequest {
        try FilledRequest(parsing: [UInt8](Data(contentsOf: file)))
    }
}
