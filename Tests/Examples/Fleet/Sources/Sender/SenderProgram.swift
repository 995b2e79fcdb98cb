import FleetDrivers
import Foundation
import Walinko
import WaybillStores

/// Takes orders and sends a message for each by way of an outbox, until somebody kills it: `sender work URL NAME`.
///
/// `sender crashes --crashes N` is that somebody: it kills senders at random moments, while the server that they send to fails too, and
/// counts the messages that went out twice or never.
@main
enum SenderProgram {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("work", 3): try await Sender(server: arguments[2]).work(as: arguments[3])
        case ("crashes", 1): try await crash(1_000)
        case ("crashes", 3) where arguments[2] == "--crashes": try await crash(Int(arguments[3]) ?? 0)
        default:
            print("usage: sender crashes [--crashes N]; run it by servers.sh")
            exit(64)
        }
    }

    private static func crash(_ count: Int) async throws {
        guard count > 0 else { exit(64) }
        let report = try await OutboxCrashes(count).run()
        print(report.row)
        exit(report.isGood ? 0 : 1)
    }
}
