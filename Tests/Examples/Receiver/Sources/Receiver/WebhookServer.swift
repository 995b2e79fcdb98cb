import Connectly
import Hummingbird
import Simpu

/// The routes that both services send their webhooks to.
struct WebhookServer: Sendable {
    /// More than any event needs; a larger body is answered with 413 and never held as a whole.
    static let bodyLimit = 1 << 20

    let connectly: ConnectlyWebhook
    let simpu: SimpuWebhook
    let store: any DeduplicationStore
    let inbox: Inbox
    let work: @Sendable (ReceivedEvent) async throws -> Void

    /// Adds the routes.
    func addRoutes(to router: Router<BasicRequestContext>) {
        router.post("webhooks/connectly") { request, _ in try await receiveConnectly(request) }
        router.post("webhooks/simpu") { request, _ in try await receiveSimpu(request) }
        router.post("webhooks/simpu/work-first") { request, _ in try await workFirst(request) }
    }

    /// Answers, and works later: for work that may take longer than the service waits for an answer.
    private func receiveConnectly(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        do {
            let outcome = try await connectly.receive(
                body: body.readableBytesView,
                headers: request.headers,
                claiming: store
            )
            return acknowledge(
                outcome.isDuplicate ? nil : .connectly(outcome.delivery),
                with: ConnectlyWebhook.acknowledgement.status
            )
        } catch let error as WebhookError {
            return Response(status: .init(code: ConnectlyWebhook.acknowledgement.status(for: error)))
        }
    }

    /// The same for the other service.
    private func receiveSimpu(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        do {
            let outcome = try await simpu.receive(
                body: body.readableBytesView,
                headers: request.headers,
                claiming: store
            )
            return acknowledge(
                outcome.isDuplicate ? nil : .simpu(outcome.delivery),
                with: SimpuWebhook.acknowledgement.status
            )
        } catch let error as WebhookError {
            return Response(status: .init(code: SimpuWebhook.acknowledgement.status(for: error)))
        }
    }

    /// Works, and then answers: for short work.
    ///
    /// If it fails, the claim is released and the answer is 500, so that the
    /// service sends the event again.
    private func workFirst(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let status = try await simpu.process(
            body: body.readableBytesView,
            headers: request.headers,
            store: store
        ) { delivery in
            try await work(.simpu(delivery))
        }
        return Response(status: .init(code: status))
    }

    /// An answer that lets the worker begin once it is on its way.
    ///
    /// The event goes into the inbox before that: if the connection breaks here, the service sends a copy, which is known.
    private func acknowledge(_ event: ReceivedEvent?, with status: Int) -> Response {
        if let event { inbox.add(event) }
        return Response(
            status: .init(code: status),
            body: ResponseBody(contentLength: 0) { writer in
                defer { inbox.ring() }
                try await writer.finish(nil)
            }
        )
    }
}
