import Simpu
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Date
import struct Foundation.Decimal
#endif

/// What is read from answers: flat and older forms, money, dates and ids.
@Suite struct SimpuAnswerTests {
    private func sent(_ body: String) async throws -> SentText {
        try await SimpuBench(.json(200, body)).send().value
    }

    private func password(_ body: String) async throws -> OneTimePassword {
        try await SimpuBench(.json(200, body)).client.otp.fetch("p").value
    }

    @Test("contradictions 9 and 10: the flat form, and the older envelope with its longer name")
    func olderAnswer() async throws {
        let flat = try await sent(#"{"id":"a","recipients":["1","2"],"external_ref":"order-1","meta":{}}"#)
        #expect(flat.id == "a" && flat.recipients == ["1", "2"] && flat.externalRef == "order-1")
        let older = try await sent(
            #"""
            {"status":200,"type":"success","message":"Successful","data":{"message":{"id":"b","recipients":["1"],
            "external_aggregate_ref":"order-2","organisation_id":"o","user_id":"0","created_datetime":
            "2023-07-13T06:50:08.199"}}}
            """#
        )
        #expect(older.id == "b" && older.recipients == ["1"] && older.externalRef == "order-2")
        #expect(older.organisationID == "o" && older.userID == "0")
        #expect(older.senderID == nil && older.meta == nil)
    }

    @Test("the flat form with a `data` of its own, or a `message`, is read flat")
    func flatWithData() async throws {
        #expect(try await sent(#"{"id":"a","data":{"x":1},"message":"Successful"}"#).id == "a")
        #expect(try await sent(#"{"id":"a","data":null}"#).id == "a")
        #expect(try await sent(#"{"id":"a","data":{"message":null}}"#).id == "a")
    }

    @Test("an e-mail in either form")
    func email() async throws {
        for body in [
            #"{"id":"e","recipients":["a@b.example"]}"#, #"{"data":{"message":{"id":"e","recipients":"a@b.example"}}}"#,
        ] {
            let bench = try SimpuBench(.json(200, body))
            let addresses = ["a@b.example"]
            let sent = try await bench.client.email.send(recipients: addresses, senderID: "c@d.example", content: "x")
            #expect(sent.id == "e")
            #expect(sent.recipients == ["a@b.example"])
        }
    }

    @Test("an accepted answer without an id was accepted all the same: it says so, and is not sent again")
    func noID() async throws {
        let bench = try SimpuBench(.json(200, #"{"recipients":["1"]}"#), .sent)
        let error = try await #require(throws: SimpuError.self) { try await bench.send() }
        #expect(error.delivery == .accepted)
        #expect(bench.requests.count == 1)
    }

    @Test(
        "oddity 5: recipients come back as a list, or in one text",
        arguments: [
            #"["1","2"]"#, #""1,2""#, #""1, 2""#, #"" 1 ,2 ,""#,
        ]
    )
    func recipients(text: String) async throws {
        #expect(try await sent(#"{"id":"a","recipients":\#(text)}"#).recipients == ["1", "2"])
    }

    @Test(
        "recipients that are missing or null are none",
        arguments: [#"{"id":"a"}"#, #"{"id":"a","recipients":null}"#]
    )
    func noRecipients(body: String) async throws {
        #expect(try await sent(body).recipients.isEmpty)
    }

    @Test("contradictions 11 and 12, oddity 11: an older password has another id, a number as phone and other fields")
    func olderPassword() async throws {
        let older = try await password(
            #"""
            {"status":200,"type":"success","data":{"verify":{"transaction_id":"t1","recipient":2348012345678,
            "reference":"sent","created_datetime":"2021-04-05T22:14:48","valid_until":"2021-04-05T22:29:48"}}}
            """#
        )
        #expect(older.id == "t1")
        #expect(older.recipient == "2348012345678")
        #expect(older.reference == "sent" && older.status == nil && older.statusDesc == nil)
        #expect(older.validUntil?.timeIntervalSince1970 == 1_617_661_788)
        let current = try await password(#"{"id":"p1","recipient":"2348012345678","status":2,"status_desc":"USED"}"#)
        #expect(current.id == "p1" && current.status == 2 && current.statusDesc == "USED")
        #expect(try await password(#"{"id":"p1","transaction_id":"t1"}"#).id == "p1")
        #expect(try await password(#"{"transaction_id":"t1","id":"p1"}"#).id == "p1")
    }

    @Test("oddity 7: the passwords of a phone are a list at the root, empty where there are none")
    func passwords() async throws {
        let bench = try SimpuBench(.json(200, #"[{"id":"a"},{"id":"b","recipient":234}]"#), .json(200, "[]"))
        #expect(try await bench.client.otp.list("1").map(\.id) == ["a", "b"])
        #expect(try await bench.client.otp.list("1").value.isEmpty)
    }

    @Test(
        "a revocation's and a deletion's body does not matter, as long as it is no refusal",
        arguments: [(204, ""), (200, "{}"), (200, "[1]"), (202, "null")]
    )
    func ignoredBodies(status: Int, body: String) async throws {
        let bench = try SimpuBench(.json(status, body), .json(status, body))
        #expect(try await bench.client.otp.revoke("p").http.status == status)
        #expect(try await bench.client.contacts.delete("r").http.status == status)
    }

    @Test("a revocation whose answer is a page may have been refused")
    func unknownRevocation() async throws {
        let bench = try SimpuBench(.page(200))
        let error = try await #require(throws: SimpuError.self) { try await bench.client.otp.revoke("p") }
        #expect(error.delivery == .unknown)
    }

    @Test(
        "money is exact, from a number or a text",
        arguments: [
            ("1500", "1500"), ("1000.5", "1000.5"), ("0.33", "0.33"), (#""12.0""#, "12"), (#""0.10""#, "0.1"),
            ("0.1", "0.1"), ("12345678901234567890.123456", "12345678901234567890.123456"), ("-3.20", "-3.2"),
            (#""12345678901234567890.123456""#, "12345678901234567890.123456"), ("1e3", "1000"), ("0", "0"),
        ]
    )
    func money(text: String, expected: String) async throws {
        let meta = #"{"estimate":{"available_balance":\#(text),"charge":\#(text)}}"#
        let estimate = try #require(try await sent(#"{"id":"a","meta":\#(meta)}"#).meta?.estimate)
        #expect(estimate.availableBalance == Decimal(string: expected))
        #expect(estimate.charge?.description == expected)
    }

    @Test(
        "money that is none is nil, and spoils nothing",
        arguments: [#""""#, #""free""#, "true", "[]", "null", #""1,5""#]
    )
    func badMoney(text: String) async throws {
        let sent = try await sent(#"{"id":"a","meta":{"estimate":{"charge":\#(text),"pages":1}}}"#)
        #expect(sent.meta?.estimate?.charge == nil)
        #expect(sent.meta?.estimate?.pages == 1)
    }

    @Test("oddity 13: a resource that is not the path that was asked, and meta of another shape")
    func meta() async throws {
        #expect(try await sent(#"{"id":"a","meta":{"resource":"/send/sms"}}"#).meta?.resource == "/send/sms")
        #expect(try await sent(#"{"id":"a","meta":[]}"#).meta == nil)
        #expect(try await sent(#"{"id":"a"}"#).meta == nil)
    }

    @available(*, deprecated)
    @Test("contradiction 16: the balances are shown as they come, and never computed with")
    func airtimeCharge() async throws {
        let bench = try SimpuBench(
            .json(
                200,
                #"""
                {"id":"x","status":"reversed","network":"Smile","meta":{"charge":{"amount":1500,"available_balance":2000,
                "balance_before":"500","refunded":false}}}
                """#
            )
        )
        let purchase = try await bench.client.airtime.buy(network: .glo, amount: 1500, recipient: "1")
        #expect(purchase.meta?.charge?.balanceBefore == 500)
        #expect(purchase.meta?.charge?.availableBalance == 2000)
        #expect(purchase.meta?.charge?.isRefunded == false)
        #expect(purchase.status?.rawValue == "reversed" && !purchase.isDone && !purchase.isPending)
        #expect(purchase.network?.rawValue == "Smile")
    }

    static let dateForms: [(String, Double)] = [
        ("2024-06-28T23:56:38.128604+00:00", 1_719_618_998.128604), ("2021-04-05T22:14:48", 1_617_660_888),
        ("2024-09-23T20:19:59.873639", 1_727_122_799.873639), ("2023-07-13T06:50:08.199", 1_689_231_008.199),
        ("2021-04-05T22:14:48Z", 1_617_660_888), ("2021-04-05T22:14:48.123456789Z", 1_617_660_888.123456789),
        ("2021-04-05T23:14:48+01:00", 1_617_660_888),
    ]

    @Test("dates with 0 to 9 digits of a second, with an offset, Z or nothing, which is UTC", arguments: dateForms)
    func dates(text: String, seconds: Double) async throws {
        let date = try #require(try await sent(#"{"id":"a","created_datetime":"\#(text)"}"#).createdDatetime)
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test("a date that cannot be read is nil, and spoils nothing", arguments: [#""""#, #""soon""#, "7", "{}", "null"])
    func badDate(text: String) async throws {
        let sent = try await sent(#"{"id":"a","created_datetime":\#(text),"updated_datetime":null}"#)
        #expect(sent.createdDatetime == nil && sent.updatedDatetime == nil)
    }

    @Test("oddities 9 and 15: column types with blanks, and columns found by name for values that are kept by id")
    func columns() async throws {
        let body = #"""
            {"id":"t","columns":[{"id":"c1","name":"name","type":"TEXT"},{"id":"c2","name":"Mobile","type":"PHONE NUMBER"},
            {"id":"c3","name":"Tags","type":"MULTI SELECT"},{"id":"c4","type":"SMELL"}]}
            """#
        let bench = try SimpuBench(.json(200, body), .json(200, #"{"row":{"id":"r"},"table":7}"#))
        let table = try await bench.client.contacts.table()
        #expect(table.columns.map(\.type) == [.text, .phoneNumber, .multiSelect, ColumnType(rawValue: "SMELL")])
        #expect(table[column: "Nothing"] == nil)
        let mobile = try #require(table[column: "Mobile"])
        let record = try await bench.client.contacts.create(columns: [mobile.id: "2348000000001"])
        #expect(bench.requests[1].text == #"{"columns":{"c2":"2348000000001"}}"#)
        #expect(record.row.id == "r" && record.table == nil)
    }

    @Test("values of a contact can be any JSON, both ways")
    func values() async throws {
        let row = #"{"row":{"id":"r","columns":{"c1":"Ada","c2":7,"c3":["a","b"],"c4":null}}}"#
        let bench = try SimpuBench(.json(200, row), .json(200, row))
        let columns = try #require(try await bench.client.contacts.fetch("r").row.columns)
        #expect(columns["c3"] == ["a", "b"])
        _ = try await bench.client.contacts.update("r", columns: columns)
        #expect(bench.requests[1].text == #"{"columns":{"c1":"Ada","c2":7,"c3":["a","b"],"c4":null}}"#)
    }
}
