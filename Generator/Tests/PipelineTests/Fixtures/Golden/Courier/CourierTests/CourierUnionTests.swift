import Courier
import Foundation
import Testing
@_spi(Generated) import WaybillRuntime

/// Values of several shapes, read and written back.
@Suite struct CourierUnionTests {
    /// What a document is after it was read and written.
    private func rewritten<Model: JSONModel>(_ type: Model.Type, _ text: String) throws -> String {
        String(decoding: try type.init(parsing: Array(text.utf8)).serialized(), as: UTF8.self)
    }

    @Test(
        "told apart by a key",
        arguments: [
            #"{"card":{"number":"123456789012","nonce":"12345678"}}"#, #"{"invoice":{"account":"7"}}"#,
            #"{"voucher":"v"}"#, #"{"amounts":[1.5,[1,2],true]}"#, #"{"cash":{"in":"coins"}}"#,
        ]
    )
    func key(text: String) throws { #expect(try rewritten(Payment.self, text) == text) }

    @Test(
        "D15 what stands beside the key is listed, since the shape has no place for it",
        arguments: [
            (#"{"tip":1,"voucher":"v","card":null,"invoice":{"account":"7"}}"#, ["tip", "invoice"]),
            (#"{"voucher":"v","card":null}"#, []), (#"{"cash":1,"tip":2}"#, []),
            (#"{"tip":2,"voucher":3}"#, ["voucher"]),
        ]
    )
    func besideKey(text: String, places: [String]) throws {
        var unread: [UnreadMember] = []
        let payment = try JSONReader.read(Array(text.utf8), noting: &unread) { Payment(from: &$0) }
        #expect(unread.map(\.path) == places)
        if case .voucher(let code) = payment {
            #expect(code == "v")
            #expect(unread.allSatisfy { $0.reason == "the value is not a part of its union" })
        } else {
            #expect(payment == .unrecognized(try JSONValue(parsing: text)))
        }
    }

    @Test("told apart by the type of JSON")
    func type() throws {
        #expect(try Amount(json: "2.50") == .exact(try #require(Decimal(string: "2.5"))))
        #expect(try Amount(json: [1, 2]) == [1, 2])
        #expect(try Amount(json: true) == .known(true))
        #expect(try Amount(json: ["a": 1]) == .unrecognized(["a": 1]))
        #expect(try Contact(json: "Main St") == .address("Main St"))
        #expect(try Contact(json: ["name": "Ada"]) == .someone(Person(name: "Ada")))
    }

    @Test(
        "told apart by a tag, which is written whether or not the shape has it as a field",
        arguments: [
            #"{"type":"scan","at":"2026-01-01T00:00:00Z"}"#, #"{"to":"Ada","type":"handed_over"}"#,
            #"{"type":"lost","where":{"x":1}}"#,
        ]
    )
    func tag(text: String) throws {
        #expect(try rewritten(ParcelEvent.self, text) == text)
        if case .handover(let handover) = try ParcelEvent(parsing: Array(text.utf8)) {
            #expect(handover == Handover(to: "Ada"))
        }
    }
}
