import Connectly
import Hummingbird
import Simpu
import WaybillStores

/// The routes that both services send their webhooks to.
///
/// Each event is verified, kept and acknowledged, in this order: one that cannot be kept is answered with 500, and comes again.
struct WebhookServer: Sendable {
    /// More than any event needs; a larger body is answered with 413 and never held as a whole.
    static let bodyLimit = 1 << 20

    let connectly: ConnectlyWebhook
    let simpu: SimpuWebhook
    /// Shared by both, whose keys bear the webhook's name.
    let inbox: any WebhookInbox

    /// Adds the routes.
    func addRoutes(to router: Router<BasicRequestContext>) {
        router.post("webhooks/connectly") { request, _ in try await answer(request, connectly) }
        router.post("webhooks/simpu") { request, _ in try await answer(request, simpu) }
    }

    private func answer(_ request: Request, _ webhook: some APIWebhook) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let status = try await webhook.accept(body: body.readableBytesView, headers: request.headers, into: inbox)
        return Response(status: .init(code: status))
    }
}
