import Foundation

/// Sends through every client, receives webhooks, and prints, in plain words, what happened.
///
/// It needs the addresses of servers that behave like the APIs, in the variables below; `make demo` starts a sandbox for
/// each.
@main
struct Demo {
    static func main() async {
        do {
            try await run()
        } catch {
            print("error: \(error)")
            exit(1)
        }
    }

    private static func run() async throws {
        let dashboard = Dashboard()
        try await WalinkoDemo(url: address("WALINKO_URL"), dashboard: dashboard).run()
        try await SimpleConnectDemo(url: address("SIMPLECONNECT_URL"), dashboard: dashboard).run()
        try await ConnectlyDemo(url: address("CONNECTLY_URL"), dashboard: dashboard).run()
        try await SimpuDemo(url: address("SIMPU_URL"), dashboard: dashboard).run()
        dashboard.show()
    }

    private static func address(_ variable: String) throws -> String {
        guard let url = ProcessInfo.processInfo.environment[variable] else {
            throw DemoError("Set \(variable), or run `make demo`.")
        }
        return url
    }
}

/// Why the example stopped.
struct DemoError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Prints one line of the story.
func tell(_ line: String) {
    print("  \(line)")
}
