import HTTPTypes
import TestSupport
import Walinko
import WaybillTesting

extension StubAnswer {
    /// A sent message.
    static let sent = ok(#"{"tracking_id":"tx_abc","status":"sent"}"#)

    /// A 200 with a message's state.
    static func state(_ word: String) -> StubAnswer {
        ok(#"{"tracking_id":"\#(WalinkoBench.trackingID)","status":"\#(word)"}"#)
    }

    /// A success with this `data`.
    static func ok(_ data: String, status: Int = 200, headers: HTTPFields = HTTPFields()) -> StubAnswer {
        .json(status, #"{"success":true,"message":"ok","data":\#(data)}"#, headers: headers)
    }

    /// A refusal in the documented shape.
    static func refusal(
        _ status: Int,
        _ code: String,
        message: String = "No.",
        details: String? = nil,
        headers: HTTPFields = HTTPFields()
    ) -> StubAnswer {
        let details = details.map { #","details":\#($0)"# } ?? ""
        let body = #"{"success":false,"message":"\#(message)","error_code":"\#(code)"\#(details)}"#
        return .json(status, body, headers: headers)
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
