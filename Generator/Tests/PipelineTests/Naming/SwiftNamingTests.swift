import Testing

@testable import Pipeline

@Suite struct SwiftNamingTests {
    @Test(
        "names of the wire become names of Swift",
        arguments: [
            ("tracking_id", "trackingID"), ("url_id", "urlID"), ("status_url", "statusURL"), ("id", "id"),
            ("wa_message_id", "waMessageID"), ("recipient_ids", "recipientIDs"), ("ids", "ids"),
            ("payment.success", "paymentSuccess"), ("SENT", "sent"), ("24h", "_24h"), ("foo-bar", "fooBar"),
            ("fooBar", "fooBar"), ("HTTPServer", "httpServer"), ("apiKey", "apiKey"), ("keyID", "keyID"),
            ("baseURL", "baseURL"), ("invalid_api_key", "invalidAPIKey"), ("X-Request-Id", "xRequestID"),
            ("waitUntilDone", "waitUntilDone"), ("self", "itself"), ("_", "unnamed"), ("", "unnamed"),
            ("größe_cm", "größeCm"), ("a🚀b", "aB"), ("e_mail", "eMail"),
        ]
    )
    func member(name: String, expected: String) {
        #expect(SwiftNaming.member(name).text == expected)
    }

    @Test(
        "types keep their author's letters",
        arguments: [
            ("SMSMessage", "SMSMessage"), ("email_lists", "EmailLists"), ("otp", "OTP"), ("messages", "Messages"),
            ("Webhook", "Webhook"), ("24h", "_24h"), ("Id", "Id"),
        ]
    )
    func type(name: String, expected: String) {
        #expect(SwiftNaming.type(name).text == expected)
    }

    @Test("an author's own name is taken as it is where it is an identifier")
    func override() {
        #expect(SwiftNaming.member("error", override: "failure").text == "failure")
        #expect(SwiftNaming.member("error", override: "x y").text == "xY")
        #expect(SwiftNaming.member("error", override: nil).text == "error")
    }

    @Test("a local value takes a name that no argument has")
    func local() {
        let taken = ["request", "ownRequest"].map { SwiftIdentifier(forcing: $0) }
        #expect(SwiftNaming.local("request", avoiding: taken).text == "ownOwnRequest")
        #expect(SwiftNaming.local("writer", avoiding: taken).text == "writer")
    }
}
