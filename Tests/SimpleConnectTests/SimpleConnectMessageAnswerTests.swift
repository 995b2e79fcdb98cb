import SimpleConnect
import Testing
import WaybillTesting

/// What `messages.deliver` and `messages.detail` make of their answers.
@Suite struct SimpleConnectMessageAnswerTests {
    static let partial = """
        {"messages":[{"message_id":"msg_1","recipient":"919999999999","status":"queued"}],\
        "errors":[{"recipient":"91","message":"Invalid mobile number"}]}
        """
    static let failed = """
        {"message_id":"msg_1","status":"failed","recipient":"919999999999","message_group":"order-101",\
        "error":{"message":"Template paused","data":{"code":132015}}}
        """

    private func delivery(_ body: String, status: Int = 202) async throws -> MessageDelivery {
        let bench = try SimpleConnectBench(.json(status, body))
        return try await bench.sendTemplate().value
    }

    private func detail(_ body: String) async throws -> MessageDetail {
        let bench = try SimpleConnectBench(.json(200, body))
        return try await bench.account.messages.detail("msg_1").value
    }

    @Test("partial success: messages + errors in one answer", arguments: [200, 201, 202, 207])
    func partialSuccess(status: Int) async throws {
        let delivery = try await delivery(Self.partial, status: status)
        #expect(delivery.messages.count == 1)
        #expect(delivery.messages.first?.messageID == "msg_1")
        #expect(delivery.messages.first?.recipient == "919999999999")
        #expect(delivery.messages.first?.status == .queued)
        #expect(delivery.errors == [["recipient": "91", "message": "Invalid mobile number"]])
        #expect(delivery.anyQueued)
    }

    @Test(
        "partial success: any_queued true/false",
        arguments: [
            (#"{"messages":[]}"#, false), ("{}", false), (#"{"messages":null,"errors":["no"]}"#, false),
            (#"{"messages":[{}]}"#, true), (#"{"messages":[{"status":"sent"}],"errors":[]}"#, true),
        ]
    )
    func anyQueued(body: String, expected: Bool) async throws {
        #expect(try await delivery(body).anyQueued == expected)
    }

    @Test(
        "an accepted message stays accepted with any member of another type",
        arguments: [
            (#"{"messages":[{"message_id":"m","recipient":919}]}"#, "messages[0].recipient"),
            (#"{"messages":[{"message_id":"m","status":7}]}"#, "messages[0].status"),
            (#"{"messages":[{"message_id":"m"},7]}"#, "messages[1]"),
            (#"{"messages":[{"message_id":"m"}],"errors":{"a":1}}"#, "errors"),
        ]
    )
    func oddMembers(body: String, path: String) async throws {
        let bench = try SimpleConnectBench(.json(202, body))
        let answer = try await bench.sendTemplate()
        #expect(answer.messages.map(\.messageID) == ["m"])
        #expect(answer.http.unread.map(\.path) == [path])
        let object = try await delivery(#"{"messages":{"message_id":"m"}}"#)
        #expect(object.messages.isEmpty)
        #expect(object.extra["messages"] == ["message_id": "m"])
    }

    @Test("errors of any shape are kept as they came")
    func oddErrors() async throws {
        let delivery = try await delivery(#"{"errors":["x",7,null,{"a":[1.50]}]}"#)
        #expect(delivery.errors.count == 4)
        #expect(delivery.errors[0] == "x")
        #expect(delivery.errors[3]["a"]?[0]?.numberValue?.text == "1.50")
    }

    @Test(
        "a message id that is a number is read as text",
        arguments: [("7", "7"), (#""7""#, "7"), ("9007199254740993", "9007199254740993")]
    )
    func numericID(value: String, expected: String) async throws {
        #expect(try await delivery(#"{"messages":[{"message_id":\#(value)}]}"#).messages.first?.messageID == expected)
        #expect(try await detail(#"{"message_id":\#(value)}"#).messageID == expected)
    }

    @Test("detail: each status", arguments: ["queued", "sent", "delivered", "read", "failed", "bounced"])
    func statuses(word: String) async throws {
        let detail = try await detail(#"{"message_id":"msg_1","status":"\#(word)"}"#)
        #expect(detail.status?.rawValue == word)
        #expect(detail.isFailed == (word == "failed"))
        #expect(MessageState.known.contains(MessageState(rawValue: word)) == (word != "bounced"))
    }

    @Test("detail: failed + error, message_group nil or present")
    func failure() async throws {
        let whole = try await detail(Self.failed)
        #expect(whole.isFailed)
        #expect(whole.messageID == "msg_1")
        #expect(whole.recipient == "919999999999")
        #expect(whole.messageGroup == "order-101")
        #expect(whole.error?.message == "Template paused")
        #expect(whole.error?.data?["code"]?.intValue == 132_015)

        let bare = try await detail(#"{"status":"queued","error":null,"message_group":null}"#)
        #expect(bare.messageGroup == nil)
        #expect(bare.error == nil)
        #expect(!bare.isFailed)
    }

    @Test("detail: error data of any kind", arguments: ["7", "[]", #""x""#, "true", #"{"a":{}}"#])
    func errorData(value: String) async throws {
        #expect(try await detail(#"{"error":{"data":\#(value)}}"#).error?.data?.description == value)
    }
}
