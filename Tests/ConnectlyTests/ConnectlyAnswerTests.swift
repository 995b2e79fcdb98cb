import Connectly
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What is read from answers: counts, envelopes, dates, and lists of which an element is bad.
@Suite struct ConnectlyAnswerTests {
    private func receipt(_ body: String) async throws -> CampaignReceipt {
        let bench = try ConnectlyBench(.json(200, body))
        return try await bench.client.campaigns.send(entries: [CampaignEntry(client: "+1", campaignName: "c")]).value
    }

    private func templates(_ body: String) async throws -> TemplateList {
        try await ConnectlyBench(.json(200, body)).client.templates.list().value
    }

    @Test("oddity 6: a 200 can hold rejections, and says so")
    func rejections() async throws {
        let receipt = try await receipt(
            #"""
            {"data":[{"sendoutId":"a","status":"created","acceptedCount":2,"rejectedCount":0,"error":null},
            {"sendoutId":"b","status":"updated","acceptedCount":"1","rejectedCount":"2","error":{"code":"X"}},
            {"sendoutId":"c","status":"paused","error":"not published"},{"sendoutId":"d","rejectedCount":"many"}]}
            """#
        )
        let sendouts = receipt.sendouts
        #expect(sendouts.map(\.sendoutID) == ["a", "b", "c", "d"])
        #expect(sendouts.map(\.isFullyAccepted) == [true, false, false, false])
        #expect(sendouts.map(\.hasError) == [false, true, true, false])
        #expect(sendouts.map(\.acceptedCount) == [2, 1, nil, nil])
        #expect(sendouts.map(\.rejectedCount) == [0, 2, nil, nil])
        #expect(sendouts[1].error?["code"] == "X")
        #expect(sendouts[2].error == "not published")
        #expect(sendouts[0].status == .created && sendouts[1].status == .updated)
        #expect(sendouts[2].status?.rawValue == "paused")
    }

    @Test("a sendout that cannot be read does not spoil the others")
    func batch() async throws {
        let sendouts = try await receipt(#"{"data":[{"sendoutId":"a"},7,{"sendoutId":{}},{"sendoutId":"d"}]}"#).sendouts
        #expect(sendouts.elements.map(\.sendoutID) == ["a", nil, "d"])
        #expect(sendouts[1].extra == ["sendoutId": [:]])
        #expect(sendouts.failures.map(\.index) == [1])
        #expect(sendouts.failures.map(\.json) == [7])
    }

    @Test("no sendouts are none", arguments: ["{}", #"{"data":null}"#, #"{"data":[]}"#])
    func noSendouts(body: String) async throws {
        #expect(try await receipt(body).sendouts.isEmpty)
    }

    @Test("a list of reports and one of templates outlive a bad element too")
    func otherBatches() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"data":[{"id":"r1"},"x",{"id":"r2"}]}"#))
        let reports = try await bench.client.reports.list().reports
        #expect(reports.map(\.id) == ["r1", "r2"])
        #expect(reports.failures.map(\.index) == [1])
        let groups = try await templates(#"{"entity":{"templateGroups":[[],{"id":"a"}]}}"#).groups
        #expect(groups.map(\.id) == ["a"])
        #expect(groups.failures.map(\.index) == [0])
    }

    @Test(
        "oddity 9: `template_components` and the long category go in, `templateComponents` and the short one come out"
    )
    func templateNames() async throws {
        let bench = try ConnectlyBench(
            .json(
                200,
                #"""
                {"entity":{"id":"n","category":"UTILITY","templates":[{"id":"1","status":"MESSAGE_TEMPLATE_STATUS_PENDING",
                "templateComponents":[{"body":{"text":{"text":"Hi {{1}}","example":["Ada"]}}}]}]}}
                """#
            )
        )
        let group = try await bench.client.templates.create(
            name: "n",
            language: TemplateLanguage(code: "en_US"),
            category: .utility,
            templateComponents: [.body(TemplateBody(text: TemplateText(text: "Hi {{1}}", example: ["Ada"])))]
        )
        let sent = try #require(bench.requests[0].json)
        #expect(sent["category"] == "MESSAGE_TEMPLATE_GROUP_CATEGORY_UTILITY")
        #expect(sent["template_components"] == [["body": ["text": ["text": "Hi {{1}}", "example": ["Ada"]]]]])
        #expect(sent["templateComponents"] == nil)
        #expect(group.category == "UTILITY")
        #expect(group.translations[0].isPending)
        guard case .body(let body) = group.translations[0].components[0] else { throw Unexpected(group.value) }
        #expect(body.text.text == "Hi {{1}}")
    }

    @Test("parts of templates whose shape nobody published are kept, and go out again as they came")
    func unknownParts() async throws {
        let parts =
            #"[{"footer":{"text":"x"}},{"buttons":[{"url":1}]},{"carousel":{"cards":[]}},{"hologram":{"a":[1]}}]"#
        let list = try await templates(
            #"{"entity":{"templateGroups":[{"templates":[{"status":"X_PAUSED","templateComponents":\#(parts)}]}]}}"#
        )
        let template = list.groups[0].translations[0]
        #expect(template.status?.rawValue == "X_PAUSED")
        #expect(!template.isPending && !template.isApproved && !template.isRejected)
        guard case .footer(let footer) = template.components[0] else { throw Unexpected(template) }
        #expect(footer == ["text": "x"])
        guard case .unrecognized = template.components[3] else { throw Unexpected(template) }
        let bench = try ConnectlyBench(.json(200, #"{"entity":{}}"#))
        _ = try await bench.client.templates.create(
            name: "n",
            language: TemplateLanguage(code: "en"),
            category: .marketing,
            templateComponents: template.components
        )
        #expect(bench.requests[0].text.contains(#""template_components":\#(parts)"#))
    }

    @Test(
        "oddity 10: dates with up to nine digits of a second",
        arguments: [
            ("2023-01-18T01:07:20.075195879Z", 1_674_004_040.075195879), ("2022-03-09T23:07:01Z", 1_646_867_221),
            ("2022-03-09T23:07:01.5Z", 1_646_867_221.5), ("2022-03-10T00:07:01+01:00", 1_646_867_221),
        ]
    )
    func dates(text: String, seconds: Double) async throws {
        let list = try await templates(
            #"{"entity":{"templateGroups":[{"templates":[{"createdAt":"\#(text)","updatedAt":"\#(text)"}]}]}}"#
        )
        let date = try #require(list.groups[0].translations[0].createdAt)
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test("a date that cannot be read is nil, and does not fail the answer")
    func badDate() async throws {
        let list = try await templates(
            #"{"entity":{"templateGroups":[{"templates":[{"id":"1","createdAt":"yesterday","updatedAt":7}]}]}}"#
        )
        #expect(list.groups[0].translations[0].createdAt == nil)
        #expect(list.groups[0].translations[0].id == "1")
    }

    @Test("registrations with and without an envelope, found by topic; unknown topics are kept")
    func registrations() async throws {
        let bench = try ConnectlyBench(
            .json(200, #"{"entity":{"id":"wh_1","topic":"messages"}}"#),
            .json(200, #"{"id":"wh_2","topic":"report"}"#),
            .json(200, "{}"),
            .json(200, #"{"entity":{"webhooks":[{"id":"wh_1","topic":"messages"},{"id":"wh_3","topic":"calls"}]}}"#)
        )
        let webhooks = bench.client.webhooks
        #expect(try await webhooks.create(topic: .messages, address: "https://hooks.example").id == "wh_1")
        #expect(try await webhooks.create(topic: .report, address: "https://hooks.example").id == "wh_2")
        #expect(try await webhooks.update("wh_1", address: "https://hooks.example").id == nil)
        let list = try await webhooks.list()
        #expect(list[registration: .messages]?.id == "wh_1")
        #expect(list[registration: WebhookTopic(rawValue: "calls")]?.id == "wh_3")
        #expect(list[registration: .report] == nil)
    }

    @Test("oddity 13: a topic is open, and a second registration of it is sent as it is asked for")
    func topic() async throws {
        let bench = try ConnectlyBench(.json(200, "{}"))
        _ = try await bench.client.webhooks.create(topic: WebhookTopic(rawValue: "calls"), address: "https://a.example")
        #expect(bench.requests[0].text == #"{"topic":"calls","address":"https://a.example"}"#)
    }

    @Test("a deletion's body does not matter", arguments: ["{}", "", "null", "<html>", #"{"entity":1}"#])
    func deletion(body: String) async throws {
        let bench = try ConnectlyBench(.json(200, body))
        #expect(try await bench.client.webhooks.delete("wh_1").http.status == 200)
    }

    @Test("contradiction 16: a report's link ends when it says")
    func report() async throws {
        let body = #"""
            {"data":[{"id":"r","lastRun":{"status":"completed","result":{"url":"https://reports.connectly.ai/x",
            "expiresAt":"2025-05-01T13:00:00Z","createdAt":"2025-04-30T12:00:00Z"}}},{"lastRun":{"status":"queued"}}]}
            """#
        let reports = try await ConnectlyBench(.json(200, body)).client.reports.list().reports
        #expect(reports[0].lastRun?.isCompleted == true)
        #expect(reports[0].lastRun?.result?.expiresAt == Date(timeIntervalSince1970: 1_746_104_400))
        #expect(reports[1].lastRun?.status?.rawValue == "queued")
        #expect(reports[1].lastRun?.isFailed == false)
    }
}
