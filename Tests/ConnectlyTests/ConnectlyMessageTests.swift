import Connectly
import TestSupport
import Testing
import WaybillTesting

/// The bodies of sends: who, what, and which of two shapes.
@Suite struct ConnectlyMessageTests {
    private func body(_ message: Message, recipient: Party = ConnectlyBench.customer) async throws -> String {
        let bench = try ConnectlyBench(.sent)
        _ = try await bench.client.messages.send(recipient: recipient, message: message)
        return try #require(bench.requests.first).text
    }

    private func message(_ message: Message) async throws -> JSONValue? {
        try JSONValue(parsing: try await body(message))["message"]
    }

    @Test(
        "oddity 4: `recipient` and `sender` are objects in a session message, `number` and `sender` text in a template's"
    )
    func parties() async throws {
        let bench = try ConnectlyBench(.sent, .sent)
        _ = try await bench.client.messages.send(
            recipient: ConnectlyBench.customer,
            message: Message(text: "Hi"),
            sender: Party(id: "+16045550100")
        )
        _ = try await bench.client.messages.sendTemplate(
            number: "+16045550199",
            templateName: "order_ready",
            sender: "+16045550100"
        )
        let (session, template) = (bench.requests[0].json, bench.requests[1].json)
        #expect(session?["recipient"] == ["id": "+16045550199", "channelType": "whatsapp"])
        #expect(session?["sender"] == ["id": "+16045550100", "channelType": "whatsapp"])
        #expect(template?["number"] == "+16045550199")
        #expect(template?["sender"] == "+16045550100")
        #expect(template?["recipient"] == nil)
    }

    @Test(
        "a campaign's entry names the customer `client` and the sender in text; variables are `{}` where there are none"
    )
    func campaignEntry() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"data":[]}"#))
        let entry = CampaignEntry(client: "+16045550199", campaignName: "welcome", sender: "+16045550100")
        _ = try await bench.client.campaigns.send(entries: [entry])
        #expect(
            bench.requests[0].json?["entries"]?[0] == [
                "client": "+16045550199", "campaignName": "welcome", "sender": "+16045550100", "variables": [:],
            ]
        )
    }

    @Test("no entries are refused before anything is sent")
    func noEntries() async throws {
        let bench = try ConnectlyBench()
        let error = try await #require(throws: ConnectlyError.self) {
            try await bench.client.campaigns.send(entries: [])
        }
        guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details.violations.map(\.argument) == ["entries"])
        #expect(bench.requests.isEmpty)
    }

    @Test("the content stands beside the text in one object, not below a key of its own")
    func spread() async throws {
        let buttons = ReplyButtonMessage(buttons: [ReplyButton(id: "y", text: "Yes")])
        let both = try await message(Message(text: "Confirm?", content: .replyButtonMessage(buttons)))
        #expect(both == ["text": "Confirm?", "replyButtonMessage": ["buttons": [["id": "y", "text": "Yes"]]]])
        let place = Location(latitude: 49.28, longitude: -123.12)
        let contentOnly = try await message(Message(content: .location(place)))
        #expect(contentOnly == ["location": ["latitude": 49.28, "longitude": -123.12]])
        #expect(try await message(Message(text: "Hi")) == ["text": "Hi"])
    }

    @Test("contradiction 5: interactive content goes out under its camelCase key")
    func camelCase() async throws {
        let list = ListMessage(
            button: ListButton(text: "Choose"),
            sections: [ListSection(rows: [ListRow(id: "s", text: "S")])]
        )
        let product = ProductItem(productRetailerID: "sku-1")
        let contents: [(MessageContent, String)] = [
            (.listMessage(list), "listMessage"),
            (.replyButtonMessage(ReplyButtonMessage(buttons: [])), "replyButtonMessage"),
            (.singleProductMessage(.init(catalogID: "c", productItem: product)), "singleProductMessage"),
            (.multiProductMessage(.init(catalogID: "c", sections: [])), "multiProductMessage"),
            (.attachments([Attachment(type: .image, url: "https://files.example/p.png")]), "attachments"),
        ]
        for (content, key) in contents {
            let sent = try await message(Message(text: "T", content: content))
            #expect(sent?.objectValue?.map(\.key).sorted() == ["text", key].sorted())
        }
    }

    @Test("contradiction 4: a customer without a phone number, by bare id, by `userId` and by `bsuid:`")
    func hiddenPhone() async throws {
        let bare = try await body(Message(text: "Hi"), recipient: Party(id: "US.13491208655302741918"))
        #expect(try JSONValue(parsing: bare)["recipient"]?["id"] == "US.13491208655302741918")
        let both = Party(id: "US.1", userID: "US.1")
        let older = try JSONValue(parsing: try await body(Message(text: "Hi"), recipient: both))
        #expect(older["recipient"]?["userId"] == "US.1")
        let bench = try ConnectlyBench(.sent)
        _ = try await bench.client.messages.sendTemplate(number: "bsuid:US.1", templateName: "t")
        #expect(bench.requests[0].json?["number"] == "bsuid:US.1")
    }

    @Test("contradiction 1: a template's language can be left out, and is then not sent")
    func language() async throws {
        let bench = try ConnectlyBench(.sent, .sent)
        _ = try await bench.client.messages.sendTemplate(number: "+1", templateName: "t")
        _ = try await bench.client.messages.sendTemplate(number: "+1", templateName: "t", language: "pt_BR")
        #expect(bench.requests[0].text == #"{"number":"+1","templateName":"t"}"#)
        #expect(bench.requests[1].json?["language"] == "pt_BR")
    }

    @Test(
        "contradictions 2 and 3: parameters of any name and value go out as they are",
        arguments: [
            ("body_1", "Ada"), ("var1", "x"), ("header_text", "Ünï 🎉"), ("button_1_url", "https://shop.example/o/1"),
            ("button_1_url", "o/1?x=%20"), ("carousel_0_body_1", ""),
        ]
    )
    func parameters(name: String, value: String) async throws {
        let bench = try ConnectlyBench(.sent)
        _ = try await bench.client.messages.sendTemplate(
            number: "+1",
            templateName: "t",
            parameters: [TemplateParameter(name: name, value: value)]
        )
        let sent = bench.requests[0].json?["parameters"]?[0]
        #expect(sent?["name"]?.stringValue == name)
        #expect(sent?["value"]?.stringValue == value)
        #expect(sent?.objectValue?.count == 2)
    }

    @Test(
        "callback data is any JSON, and goes out as it is",
        arguments: [#"{"order":42}"#, #""order-42""#, "42", "[1,2]", "true", "12345678901234567890", "1.10"]
    )
    func callbackData(text: String) async throws {
        let bench = try ConnectlyBench(.sent)
        _ = try await bench.client.messages.send(
            recipient: ConnectlyBench.customer,
            message: Message(text: "Hi"),
            callbackData: try JSONValue(parsing: text)
        )
        #expect(bench.requests[0].text.contains(#""callbackData":\#(text)"#))
    }

    @Test("contradiction 21: a channel that nobody knows yet goes out as it is")
    func channel() async throws {
        let party = Party(id: "+1", channelType: ChannelType(rawValue: "sms"))
        #expect(try await body(Message(text: "Hi"), recipient: party).contains(#""channelType":"sms""#))
    }

    @Test("contradiction 18: a success is any 2xx", arguments: [200, 201, 202])
    func success(status: Int) async throws {
        let bench = try ConnectlyBench(.json(status, #"{"id":"01HF0000000000000000000001"}"#))
        let sent = try await bench.send()
        #expect(sent.id == "01HF0000000000000000000001")
        #expect(sent.http.status == status)
    }

    @Test("blank recipients, names and addresses are refused before anything is sent")
    func blanks() async throws {
        let bench = try ConnectlyBench()
        let messages = bench.client.messages
        let calls: [(argument: String, call: () async throws -> Void)] = [
            ("recipient.id", { _ = try await messages.send(recipient: Party(id: " "), message: Message(text: "Hi")) }),
            ("number", { _ = try await messages.sendTemplate(number: "", templateName: "t") }),
            ("templateName", { _ = try await messages.sendTemplate(number: "+1", templateName: "\n") }),
            ("uri", { _ = try await bench.client.assets.create(uri: "") }),
        ]
        for (argument, call) in calls {
            let error = try await #require(throws: ConnectlyError.self) { try await call() }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.details.violations.map(\.argument) == [argument])
        }
        #expect(bench.requests.isEmpty)
    }

    @Test("callback data of more than 1024 bytes is refused, counted in UTF-8 and as it is written")
    func longCallbackData() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"id":"x"}"#))
        let messages = bench.client.messages
        let (whole, long) = (String(repeating: "é", count: 511), String(repeating: "é", count: 512))
        _ = try await messages.sendTemplate(number: "+1", templateName: "t", callbackData: .string(whole))
        let error = try await #require(throws: ConnectlyError.self) {
            try await messages.sendTemplate(number: "+1", templateName: "t", callbackData: .string(long))
        }
        guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
        #expect(failure.message == "callbackData must have at most 1024 bytes as JSON")
        #expect(bench.requests.count == 1)
    }

    @Test("limits of WhatsApp's own are told and not checked")
    func uncheckedLimits() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"id":"x"}"#))
        let buttons = (0..<4).map { ReplyButton(id: "\($0)", text: "B") }
        let footer = MessageFooter(text: String(repeating: "x", count: 61))
        let content = MessageContent.replyButtonMessage(ReplyButtonMessage(footer: footer, buttons: buttons))
        _ = try await bench.client.messages.send(
            recipient: Party(id: "+1"),
            message: Message(text: "Hi", content: content)
        )
        #expect(bench.requests.count == 1)
    }

    @Test("a message without text and content, and an extra member that has an argument, are refused")
    func refusedMembers() async throws {
        let bench = try ConnectlyBench()
        let messages = bench.client.messages
        let calls: [(String, () async throws -> Void)] = [
            (
                "message.text is needed, unless content is given",
                { _ = try await messages.send(recipient: Party(id: "+1"), message: Message(id: "m")) }
            ),
            (
                "extra must not have sender, for which the operation has a place",
                {
                    _ = try await messages.sendTemplate(
                        number: "+1",
                        templateName: "t",
                        extra: ["sender": "+2", "a": 1]
                    )
                }
            ),
        ]
        for (message, call) in calls {
            let error = try await #require(throws: ConnectlyError.self) { try await call() }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.message == message)
        }
        #expect(bench.requests.isEmpty)
    }
}
