import Simpu
import TestSupport
import WaybillTesting

extension StubAnswer {
    /// A text that was accepted.
    static let sent = json(200, #"{"id":"00112233445566778899aabbccddeeff","recipients":["2348000000001"],"meta":{}}"#)

    /// A one-time password that was sent.
    static let password = json(200, #"{"id":"p1","recipient":"2348000000001","status":1,"status_desc":"SENT"}"#)

    /// A page of a proxy in between.
    static func page(_ status: Int, _ text: String = "<html><h1>Sorry</h1></html>") -> StubAnswer {
        bytes(status, Array(text.utf8), headers: .pairs(["Content-Type": "text/html"]))
    }

    /// The connection was reset after the request had begun to go out: it may have arrived.
    static let reset = failure(.init(progress: .unknown, reason: .reset))

    /// Nobody listened: the request never went out.
    static let refused = failure(.init(progress: .neverSent, reason: .refused))
}
