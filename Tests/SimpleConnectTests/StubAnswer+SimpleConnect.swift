import HTTPTypes
import SimpleConnect
import TestSupport
import WaybillTesting

extension StubAnswer {
    /// A new event, accepted.
    static let accepted = json(202, #"{"status":"accepted","log_id":42,"event_id":"e1"}"#)

    /// A template message with one recipient, accepted.
    static let queued = json(
        202,
        #"{"messages":[{"message_id":"msg_1","recipient":"919999999999","status":"queued"}]}"#
    )

    /// A refusal with a text.
    static func refusal(_ status: Int, _ message: String, headers: HTTPFields = HTTPFields()) -> StubAnswer {
        .json(status, #"{"message":"\#(message)"}"#, headers: headers)
    }

    /// A page of a proxy in between.
    static func page(_ status: Int, _ text: String = "<html><h1>Sorry</h1></html>") -> StubAnswer {
        .bytes(status, Array(text.utf8), headers: .pairs(["Content-Type": "text/html"]))
    }

    /// The connection was reset after the request had begun to go out: it may have arrived.
    static let reset = failure(TransportError(progress: .unknown, reason: .reset))

    /// Nobody listened: the request never went out.
    static let refused = failure(TransportError(progress: .neverSent, reason: .refused))
}
