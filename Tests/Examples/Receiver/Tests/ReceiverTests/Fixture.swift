import Connectly
import Hummingbird
import HummingbirdTesting
import Logging
import Simpu
import WaybillStores

@testable import Receiver

/// A receiver on a free port, real requests to it, and a story of what it does.
struct Fixture: Sendable {
    static let connectlyBody =
        #"{"timestamp":"1700000000","sender":{"id":"+16045550199","channelType":"whatsapp","name":"Ada"},"recipient":{"id":"+16045550100","channelType":"whatsapp"},"message":{"text":"Hi"}}"#
    static let simpuBody =
        #"{"data":{"object":{"amount":"12.0","object":"airtime","network":"GLO","recipient":"2348000000001","status":"success","created_datetime":"2024-09-23T20:19:59.873639"}},"id":"evt.airtime_0001","object":"event","type":"AIRTIME_SUCCESS","timestamp":"Sep 23, 2024, 8:20:01 PM"}"#
    static let secret = "a secret of the tests"

    let story = Story()
    let database: Database
    let inbox: SQLInbox
    let worker: InboxWorker
    private let server: WebhookServer
    private let folder: TemporaryFolder

    /// The database's file.
    var path: String { folder.path("receiver.sqlite") }

    /// - Parameters:
    ///   - secrets: Those of both webhooks.
    ///   - other: What the server keeps events in, in place of the database.
    ///   - work: What is done with an event, before the story tells of it.
    init(
        secrets: [String] = [secret],
        inbox other: (any WebhookInbox)? = nil,
        work: @escaping @Sendable (ReceivedEvent) throws -> Void = { _ in }
    ) async throws {
        let story = story
        folder = try TemporaryFolder()
        database = try await Database(path: folder.path("receiver.sqlite"))
        inbox = SQLInbox(sqlite: database, retries: InboxRetries(attempts: 3, first: .zero, longest: .zero))
        let (connectly, simpu) = (try ConnectlyWebhook(secrets: secrets), try SimpuWebhook(secrets: secrets))
        server = WebhookServer(connectly: connectly, simpu: simpu, inbox: other ?? inbox)
        worker = InboxWorker(connectly: connectly, simpu: simpu, database: database, inbox: inbox) { event, _ in
            try work(event)
            story.tell("\(event.sentence) (secret \(event.matchedSecret))")
        }
    }

    /// Works on all that is kept; what the story has told then.
    func lines() async throws -> [String] {
        while try await worker.step() {}
        return story.lines
    }

    /// Runs the server while a test talks to it.
    func run(_ setup: TestingSetup = .live, _ test: @Sendable (any TestClientProtocol) async throws -> Void)
        async throws
    {
        var logger = Logger(label: "tests")
        logger.logLevel = .critical
        let router = Router()
        server.addRoutes(to: router)
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("localhost", port: 0)),
            logger: logger
        )
        try await application.test(setup, test)
    }
}

extension TestClientProtocol {
    /// Posts a body, signed as Connectly does.
    func postConnectly(
        _ body: String = Fixture.connectlyBody,
        signing signed: String? = nil,
        with secret: String = Fixture.secret
    ) async throws -> Int {
        var headers = try ConnectlyWebhook(secrets: [secret]).sign(body: Array((signed ?? body).utf8))
        headers[.contentType] = "text/plain; charset=utf-8"
        return try await post("/webhooks/connectly", body, headers)
    }

    /// Posts a body, signed as Simpu does.
    func postSimpu(
        _ body: String = Fixture.simpuBody,
        to path: String = "/webhooks/simpu",
        signing signed: String? = nil,
        with secret: String = Fixture.secret
    ) async throws -> Int {
        var headers = try SimpuWebhook(secrets: [secret]).sign(body: Array((signed ?? body).utf8))
        headers[.contentType] = "application/json"
        return try await post(path, body, headers)
    }

    /// Posts a body, and gives the answer's status.
    func post(_ path: String, _ body: String, _ headers: HTTPFields) async throws -> Int {
        try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)) { $0.status.code }
    }
}
