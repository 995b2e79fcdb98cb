import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// What `messages.deliver` puts on the wire.
///
/// Of the checklist "bad HTTP method" means nothing in Swift: no caller names a method.
@Suite struct SimpleConnectMessagesTests {
    /// A header, and the JSON that it must be.
    struct HeaderRow: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let header: TemplateHeader
        let json: String
    }

    static let headers = [
        HeaderRow(
            testDescription: "text, positional",
            header: .text(["Order Update", ""]),
            json: #"{"text":["Order Update",""]}"#
        ),
        HeaderRow(
            testDescription: "text, named",
            header: .text(["title": "Order"]),
            json: #"{"text":{"title":"Order"}}"#
        ),
        HeaderRow(
            testDescription: "image with caption",
            header: .image(.init(link: "https://e.example/a.png", caption: "A & b")),
            json: #"{"image":{"link":"https://e.example/a.png","caption":"A & b"}}"#
        ),
        HeaderRow(
            testDescription: "image alone",
            header: .image(.init(link: "https://e.example/a.png")),
            json: #"{"image":{"link":"https://e.example/a.png"}}"#
        ),
        HeaderRow(
            testDescription: "video",
            header: .video(.init(link: "https://e.example/v.mp4", caption: "See")),
            json: #"{"video":{"link":"https://e.example/v.mp4","caption":"See"}}"#
        ),
        HeaderRow(
            testDescription: "document",
            header: .document(.init(link: "https://e.example/d.pdf", filename: "Invoice.pdf")),
            json: #"{"document":{"link":"https://e.example/d.pdf","filename":"Invoice.pdf"}}"#
        ),
        HeaderRow(
            testDescription: "audio",
            header: .audio(.init(link: "https://e.example/a.mp3")),
            json: #"{"audio":{"link":"https://e.example/a.mp3"}}"#
        ),
        HeaderRow(
            testDescription: "location",
            header: .location(.init(latitude: 23.8103, longitude: -90, name: "Shop", address: "1 Road")),
            json: #"{"location":{"latitude":23.8103,"longitude":-90,"name":"Shop","address":"1 Road"}}"#
        ),
    ]

    @Test("messages.deliver: POST, the whole example of the spec, byte for byte")
    func example() async throws {
        let bench = try SimpleConnectBench(.queued)
        _ = try await bench.account.messages.deliver(
            templateName: "order_update",
            recipients: [MessageRecipient(mobileNo: "919999999999", name: "John Doe")],
            languageCode: "en_US",
            senderPhoneNumber: "919000000001",
            header: .text(["Order Update"]),
            body: ["John", "ORDER-101"],
            buttons: [TemplateButton(index: 2, subType: "url", parameters: [ButtonParameter(text: "ORDER-101")])],
            messageGroup: "order-101"
        )
        let request = try #require(bench.requests.first)
        #expect(request.verb == "POST")
        #expect(request.url == "https://app.simplewaconnect.com/api/v1/messages")
        #expect(
            request.text == """
                {"template_name":"order_update","recipients":[{"mobile_no":"919999999999","name":"John Doe"}],\
                "language_code":"en_US","sender_phone_number":"919000000001","header":{"text":["Order Update"]},\
                "body":["John","ORDER-101"],"buttons":[{"index":2,"sub_type":"url",\
                "parameters":[{"type":"text","text":"ORDER-101"}]}],"message_group":"order-101"}
                """
        )
    }

    @Test("nil arguments absent from the JSON")
    func absent() async throws {
        let bench = try SimpleConnectBench(.queued)
        _ = try await bench.sendTemplate()
        #expect(
            bench.requests.map(\.text)
                == [#"{"template_name":"order_update","recipients":[{"mobile_no":"919999999999"}]}"#]
        )
    }

    @Test("header unchanged, each header kind", arguments: headers)
    func headerKinds(row: HeaderRow) async throws {
        let bench = try SimpleConnectBench(.queued)
        _ = try await bench.account.messages.deliver(
            templateName: "t",
            recipients: [MessageRecipient(mobileNo: "919999999999")],
            header: row.header
        )
        let prefix = #"{"template_name":"t","recipients":[{"mobile_no":"919999999999"}],"header":"#
        #expect(bench.requests.map(\.text) == [prefix + row.json + "}"])
    }

    @Test("positional and named body, in the order of the names; empty ones stay what they are")
    func bodies() async throws {
        let bodies: [(TemplateParameters, String)] = [
            (["John", "ORDER \"101\""], #"["John","ORDER \"101\""]"#), (.positional([]), "[]"), (.named([:]), "{}"),
            (["order": "101", "name": "John"], #"{"name":"John","order":"101"}"#),
        ]
        for (body, json) in bodies {
            let bench = try SimpleConnectBench(.queued)
            _ = try await bench.account.messages.deliver(
                templateName: "t",
                recipients: [MessageRecipient(mobileNo: "919999999999")],
                body: body
            )
            let prefix = #"{"template_name":"t","recipients":[{"mobile_no":"919999999999"}],"body":"#
            #expect(bench.requests.map(\.text) == [prefix + json + "}"])
        }
    }

    @Test("buttons unchanged: several, without parameters, of another type")
    func buttons() async throws {
        let bench = try SimpleConnectBench(.queued)
        _ = try await bench.account.messages.deliver(
            templateName: "t",
            recipients: [MessageRecipient(mobileNo: "919999999999")],
            buttons: [
                TemplateButton(index: 0, subType: "quick_reply"),
                TemplateButton(
                    index: 1,
                    subType: "copy_code",
                    parameters: [ButtonParameter(type: "coupon_code", text: "X")]
                ),
            ]
        )
        let buttons = try #require(bench.requests.first?.json?["buttons"])
        #expect(
            buttons == [
                ["index": 0, "sub_type": "quick_reply", "parameters": []],
                ["index": 1, "sub_type": "copy_code", "parameters": [["type": "coupon_code", "text": "X"]]],
            ]
        )
    }

    @Test("several recipients keep their order")
    func recipients() async throws {
        let bench = try SimpleConnectBench(.queued)
        let numbers = (0..<50).map { "9100000000\($0)" }
        _ = try await bench.account.messages.deliver(
            templateName: "t",
            recipients: numbers.map { MessageRecipient(mobileNo: $0) }
        )
        #expect(bench.requests.first?.json?["recipients"]?.arrayValue?.map { $0["mobile_no"]?.stringValue } == numbers)
    }

    @Test("blank template_name, empty recipients, recipient without mobile_no -> error with no HTTP")
    func refused() async throws {
        let bench = try SimpleConnectBench(.queued)
        let good = MessageRecipient(mobileNo: "919999999999")
        for name in ["", " \n"] {
            try await expectRefusal(["templateName"], bench) {
                try await bench.account.messages.deliver(templateName: name, recipients: [good])
            }
        }
        try await expectRefusal(["recipients"], bench) {
            try await bench.account.messages.deliver(templateName: "t", recipients: [])
        }
        try await expectRefusal(["recipients[1].mobileNo"], bench) {
            try await bench.account.messages.deliver(
                templateName: "t",
                recipients: [good, MessageRecipient(mobileNo: " ")]
            )
        }
    }

    @Test("button without index or sub_type, and a place off the globe -> error with no HTTP")
    func refusedParts() async throws {
        let bench = try SimpleConnectBench(.queued)
        let recipients = [MessageRecipient(mobileNo: "919999999999")]
        try await expectRefusal(["buttons[0].index", "buttons[0].subType"], bench) {
            try await bench.account.messages.deliver(
                templateName: "t",
                recipients: recipients,
                buttons: [TemplateButton(index: -1, subType: "")]
            )
        }
        for (latitude, longitude) in [(90.01, 0.0), (0, -180.5), (.nan, 0), (0, .infinity)] {
            let error = try await #require(throws: SimpleConnectError.self) {
                try await bench.account.messages.deliver(
                    templateName: "t",
                    recipients: recipients,
                    header: .location(.init(latitude: latitude, longitude: longitude))
                )
            }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.details.violations.first?.argument.contains("header") == true)
        }
        #expect(bench.requests.isEmpty)
    }

    @Test("detail: GET with the id as one segment; a blank id -> error with no HTTP")
    func detailWire() async throws {
        let bench = try SimpleConnectBench(.json(200, "{}"))
        _ = try await bench.account.messages.detail("msg 1/2")
        #expect(bench.requests.map(\.url) == ["https://app.simplewaconnect.com/api/v1/messages/msg%201%2F2"])
        #expect(bench.requests.map(\.verb) == ["GET"])
        try await expectRefusal(["messageID"], bench) { try await bench.account.messages.detail("") }
    }
}
