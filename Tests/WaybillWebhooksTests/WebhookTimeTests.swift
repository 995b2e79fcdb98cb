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
    func forms(form: WebhookTime.Form, text: String) throws {
        let body = try JSONValue(parsing: #"{"event":{"at":\#(text)}}"#)
        let date = WebhookTime(field: "event.at", form: form).date(in: body)
        #expect(date == Date(timeIntervalSince1970: 1_727_122_801))
    }

    @Test("A time that cannot be read is nil", arguments: WebhookTime.Form.allCases)
    func unreadable(form: WebhookTime.Form) {
        let time = WebhookTime(field: "at", form: form)
        for body in ["{}", #"{"at":null}"#, #"{"at":"soon"}"#, #"{"at":1e300}"#, #"{"at":[]}"#, "7", "no JSON", ""] {
            #expect(time.date(in: try? JSONValue(parsing: body)) == nil, "\(body)")
        }
    }
}
