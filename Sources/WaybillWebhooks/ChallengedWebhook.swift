public import HTTPTypes
import WaybillRuntime

/// A webhook whose service asks whether its receiver is there, before it delivers anything or now and then.
///
/// Generated webhooks of such services conform.
public protocol ChallengedWebhook: Sendable {
    /// What the service tells.
    associatedtype ReceivedEvent: ReceivableEvent

    /// What the webhook is made of.
    var receiver: WebhookReceiver<ReceivedEvent> { get }
}

extension ChallengedWebhook {
    /// Answers the request by which the service asks whether its receiver is there.
    ///
    /// Call it for every request that comes to the webhook's path, and hand over to `receive` or `process` those that it has no
    /// answer for. Only a request that proves itself as the spec says is answered with its text. That text is up to 1,024
    /// bytes of printable ASCII without markup; with any other the request is refused.
    ///
    /// - Parameters:
    ///   - method: The request's method, such as `GET`.
    ///   - query: The query as it came, without its question mark; empty where there is none.
    ///   - headers: All header fields of the request.
    ///   - body: The body's bytes, as they came.
    /// - Returns: What to answer: 200, or the status of a refusal with nothing. Nil where the request does not ask: it is a delivery, or
    ///   nothing of the service's.
    public func answer(
        method: String,
        query: String,
        headers: HTTPFields,
        body: some Collection<UInt8>
    ) -> WebhookAnswer? {
        receiver.verifier.answer(method: method, query: query, headers: headers, body: body)
    }

    /// Answers the request by which the service asks whether its receiver is there.
    ///
    /// As the other; header fields may come in any order and any case.
    public func answer(
        method: String,
        query: String,
        headers: some Sequence<(name: String, value: String)>,
        body: some Collection<UInt8>
    ) -> WebhookAnswer? {
        answer(method: method, query: query, headers: HTTPFields(pairs: headers), body: body)
    }
}
