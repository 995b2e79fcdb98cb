import Testing
@_spi(Generated) import WaybillWebhooks

@Suite struct WebhookEventNameTests {
    @Test("Event types in both spellings are one")
    func eventNames() {
        #expect(WebhookEventName.dotted("AIRTIME_SUCCESS") == "airtime.success")
        #expect(WebhookEventName.dotted("airtime.success") == "airtime.success")
        #expect(WebhookEventName.dotted("TEXT_NOT_DELIVERED") == "text.not_delivered")
        #expect(WebhookEventName.dotted("Text.not_delivered") == "text.not_delivered")
        #expect(WebhookEventName.dotted("É_X") == "É.x")
        #expect(WebhookEventName.dotted("") == "")
    }
}
