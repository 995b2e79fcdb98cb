import Walinko

/// A program that sends one message, for the size that a client adds: `OneCall KEY`.
@main
struct OneCall {
    static func main() async throws {
        let client = try WalinkoClient(apiKey: CommandLine.arguments[1])
        let sent = try await client.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi"]
        )
        print(sent.trackingID)
    }
}
