import Depot
import HTTPTypes
import WaybillRuntime
import WaybillTesting

/// The client of the corpus's base spec, compiled and deployed.
struct DeployedClient: Sendable {
    /// When everything happens, in seconds since 1970.
    static let seconds: Int64 = 1_750_000_000
    static let credentials = ["keyID": "k", "secret": "whsec_test", "region": "eu"]

    let depot: DepotClient
    let staging: DepotClient
    let gate: GateClient

    /// Clients of both kinds, whose requests a transport carries.
    init(_ transport: some Transport) throws {
        let configuration = ClientConfiguration(
            transport: transport,
            clock: ManualClock(now: .seconds(Self.seconds)).runtime
        )
        let make = { (server: DepotClient.Server) throws(ConfigurationError) in
            try DepotClient(
                shopID: "s1",
                keyID: "k",
                secret: "whsec_test",
                region: "eu",
                server: server,
                configuration: configuration
            )
        }
        depot = try make(.production)
        staging = try make(.staging)
        gate = try GateClient(endpoint: "https://gates.example/one/gate", configuration: configuration)
    }

    /// Clients that get the same answer to each request.
    init(status: Int, body: [UInt8]) throws {
        try self.init(StubTransport { _ in .bytes(status, body, headers: [.contentType: "application/json"]) })
    }
}
