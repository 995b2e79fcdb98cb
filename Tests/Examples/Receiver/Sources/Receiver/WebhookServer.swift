import Connectly
import Hummingbird
import Simpu

/// The routes that both services send their webhooks to.
///
/// Each event is claimed, worked on and acknowledged, in this order: work that fails is answered with 500, and the event
/// comes again.
struct WebhookServer: Sendable {
    /// More than any event needs; a larger body is answered with 413 and never held as a whole.
    static let bodyLimit = 1 << 20

    let connectly: ConnectlyWebhook
    let simpu: SimpuWebhook
    /// Shared by both, whose keys bear the webhook's name; several servers would share one in a database.
    let store: any DeduplicationStore
    /// Short work, since the service waits.
    ///
    /// What takes longer is put into a table or queue that outlives the process, and that is then the work.
    let work: @Sendable (ReceivedEvent) async throws -> Void

    /// Adds the routes.
    func addRoutes(to router: Router<BasicRequestContext>) {
        router.post("webhooks/connectly") { request, _ in
            try await answer(request, connectly) { .connectly($0) }
        }
        router.post("webhooks/simpu") { request, _ in
            try await answer(request, simpu) { .simpu($0) }
        }
    }

    private func answer<Webhook: APIWebhook>(
        _ request: Request,
        _ webhook: Webhook,
        _ event: (WebhookDelivery<Webhook.ReceivedEvent>) -> ReceivedEvent
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let status = try await webhook.process(
            body: body.readableBytesView,
            headers: request.headers,
            store: store
        ) { delivery in
            try await work(event(delivery))
        }
        return Response(status: .init(code: status))
    }
}
