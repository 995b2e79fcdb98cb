import Connectly
import TestSupport
import WaybillTesting

extension StubAnswer {
    /// A message that was accepted.
    static let sent = json(200, #"{"id":"01HF0000000000000000000001"}"#)

    /// A refusal in Connectly's own shape.
    static func refusal(_ status: Int, _ code: String, type: String = "ERROR_TYPE_INVALID_REQUEST") -> StubAnswer {
        json(
            status,
            """
            {"message":"No.","type":"\(type)","code":"\(code)","userTitle":"Title","userMessage":"Quote cnct_trace_id",\
            "cntTraceId":"11824978358485860716","details":{}}
            """
        )
    }

    /// A page of a proxy in between.
    static func page(_ status: Int, _ text: String = "<html><h1>Sorry</h1></html>") -> StubAnswer {
        bytes(status, Array(text.utf8), headers: .pairs(["Content-Type": "text/html"]))
    }

    /// The connection was reset after the request had begun to go out: it may have arrived.
    static let reset = failure(.init(progress: .unknown, reason: .reset))

    /// Nobody listened: the request never went out.
    static let refused = failure(.init(progress: .neverSent, reason: .refused))
}
