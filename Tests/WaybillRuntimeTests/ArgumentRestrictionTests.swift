import Testing

@testable import WaybillRuntime

@Suite struct ArgumentRestrictionTests {
    private static let keys = ["order_shipped", "customer_payment_received", "refund"]

    private func fault(_ value: String, _ allowed: [String] = keys) -> String? {
        ArgumentRestriction(argument: "eventKey", value: value, option: "eventKeys").fault(allowed)
    }

    @Test("a value of the list passes")
    func known() {
        for key in Self.keys { #expect(fault(key) == nil) }
    }

    @Test(
        "a typing mistake is shown, with what was probably meant",
        arguments: [
            ("customer_payment_recieved", "customer_payment_received"), ("Order_shipped", "order_shipped"),
            ("ordershipped", "order_shipped"), ("refunds", "refund"), ("rfund", "refund"),
        ]
    )
    func typo(value: String, meant: String) {
        let list = "order_shipped, customer_payment_received, refund"
        #expect(fault(value) == #"must not be "\#(value)", but one of: \#(list); did you mean "\#(meant)"?"#)
    }

    @Test("another word gets no suggestion, and an empty list is called empty")
    func otherWord() {
        #expect(fault("unrelated", ["a", "b"]) == #"must not be "unrelated", but one of: a, b"#)
        #expect(fault("", ["a"]) == #"must not be "", but one of: a"#)
        #expect(fault("a", []) == #"must not be "a": the client's eventKeys allow none"#)
    }

    @Test("what is shown is at most 64 characters on one line")
    func long() {
        let shown = fault("line\n" + String(repeating: "x", count: 1_000), ["a"])
        #expect(shown == #"must not be "line\n\#(String(repeating: "x", count: 59))", but one of: a"#)
    }
}
