import AsyncHTTPClient
import CallByHand

/// The same program by hand: `OneCallByHand URL`.
@main
struct OneCallByHand {
    static func main() async throws {
        print(try await CodableCall.send(HTTPClient.shared, CommandLine.arguments[1]))
    }
}
