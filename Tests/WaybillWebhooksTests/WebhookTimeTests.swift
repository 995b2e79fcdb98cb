import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

@Suite struct WebhookTimeTests {
    @Test(
        "The body's own time is read in each form",
        arguments: [
            (WebhookTime.Form.rfc3339, #""2024-09-23T20:20:01Z""#), (.rfc3339, #""2024-09-23T20:20:01""#),
            (.epoch, "1727122801"), (.epoch, #""1727122801""#), (.english, #""Sep 23, 2024, 8:20:01 PM""#),
        ]
    )
    func forms(form: WebhookTime.Form, text: String) {
        let document = WebhookDocument(json: Array(#"{"event":{"at":\#(text)}}"#.utf8))
        let date = WebhookTime(field: "event.at", form: form).date(document.scalar(at: DottedPath("event.at")))
        #expect(date == Date(timeIntervalSince1970: 1_727_122_801))
    }

    @Test("A time that cannot be read is nil", arguments: WebhookTime.Form.allCases)
    func unreadable(form: WebhookTime.Form) {
        let time = WebhookTime(field: "at", form: form)
        for body in ["{}", #"{"at":null}"#, #"{"at":"soon"}"#, #"{"at":1e300}"#, #"{"at":[]}"#, "7", "no JSON", ""] {
            let document = WebhookDocument(json: Array(body.utf8))
            #expect(time.date(document.scalar(at: DottedPath("at"))) == nil, "\(body)")
        }
    }
}
