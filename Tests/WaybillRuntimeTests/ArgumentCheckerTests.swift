import Foundation
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct ArgumentCheckerTests {
    private func violations(_ check: (inout ArgumentChecker) -> Void) -> [String] {
        var arguments = ArgumentChecker()
        check(&arguments)
        return arguments.violations.map(\.description)
    }

    @Test("Numbers have bounds, and doubles are finite")
    func numbers() {
        #expect(violations { $0.check("a", 0, min: 1) } == ["a must be at least 1"])
        #expect(violations { $0.check("a", 9, min: 1, max: 8) } == ["a must be at most 8"])
        #expect(violations { $0.check("a", Optional<Int>.none, min: 1) }.isEmpty)
        #expect(violations { $0.check("a", 1, min: 1, max: 1) }.isEmpty)
        #expect(violations { $0.check("a", -90.5, min: -90) } == ["a must be at least -90.0"])
        #expect(violations { $0.check("a", Double.nan, min: 0) } == ["a must be a finite number"])
        #expect(violations { $0.check("a", Double.infinity) } == ["a must be a finite number"])
    }

    @Test("decimal numbers are compared exactly")
    func decimals() throws {
        let cent = Decimal(sign: .plus, exponent: -2, significand: 1)
        let less = try #require(Decimal(string: "0.0099999999999999999999999999"))
        #expect(violations { $0.check("a", less, min: cent) } == ["a must be at least 0.01"])
        #expect(violations { $0.check("a", -less, max: -cent) } == ["a must be at most -0.01"])
        #expect(violations { $0.check("a", cent, min: cent, max: cent) }.isEmpty)
        #expect(violations { $0.check("a", Optional<Decimal>.none, min: cent) }.isEmpty)
        #expect(violations { $0.check("a", Decimal.nan) } == ["a must be a finite number"])
    }

    @Test("Texts have lengths, and are not blank where they must not be")
    func texts() {
        #expect(violations { $0.check("a", " \n\t", notBlank: true) } == ["a must not be blank"])
        #expect(violations { $0.check("a", "", notBlank: true) } == ["a must not be blank"])
        let lengths = violations { $0.check("a", "😀é", minLength: 3, maxLength: 1) }
        #expect(lengths == ["a must have at least 3 characters", "a must have at most 1 characters"])
        #expect(violations { $0.check("a", Optional<String>.none, notBlank: true) }.isEmpty)
        #expect(violations { $0.check("a", count: 0, minItems: 1) } == ["a must not be empty"])
        let counts = violations { $0.check("a", count: 4, minItems: 5, maxItems: 3) }
        #expect(counts == ["a must have at least 5 items", "a must have at most 3 items"])
    }

    @Test("Of several values one is needed")
    func alternatives() {
        #expect(violations { $0.check("a", or: ["b"], isGiven: true) }.isEmpty)
        let needed = violations { $0.check("a", or: ["b", "c"], isGiven: false) }
        #expect(needed == ["a is needed, unless b or c is given"])
    }

    @Test("Bytes are counted in UTF-8, of JSON as it is written")
    func bytes() {
        #expect(violations { $0.check("a", "aé😀", maxLength: 3, maxBytes: 7) }.isEmpty)
        #expect(violations { $0.check("a", "aé😀", maxLength: 3, maxBytes: 6) } == ["a must have at most 6 bytes"])
        #expect(violations { $0.check("a", Optional<String>.none, maxBytes: 0) }.isEmpty)
        #expect(violations { $0.check("a", json: ["é": [1, "x"]], maxBytes: 14) }.isEmpty)
        let long = violations { $0.check("a", json: ["é": [1, "x"]], maxBytes: 13) }
        #expect(long == ["a must have at most 13 bytes as JSON"])
        #expect(violations { $0.check("a", json: "abc", maxBytes: 4) } == ["a must have at most 4 bytes as JSON"])
        #expect(violations { $0.check("a", json: nil, maxBytes: 0) }.isEmpty)
    }

    @Test("Elements of a text with commas have none themselves, and are not blank; the place is named at any depth")
    func commaLists() {
        #expect(violations { $0.check("a", commaList: ["1", "a b", "é"]) }.isEmpty)
        #expect(violations { $0.check("a", commaList: Optional<[String]>.none) }.isEmpty)
        let faults = violations { $0.check("a", commaList: ["1,2", "", " \n", "x", ",\u{301}"]) }
        #expect(
            faults == [
                "a[0] must not contain a comma", "a[1] must not be blank", "a[2] must not be blank",
                "a[4] must not contain a comma",
            ]
        )
        let lists: [[[String]]]? = [[], [["x"], ["y", ","]]]
        let deep = violations { $0.check("a", list: lists) { $0.check($1, list: $2) { $0.check($1, commaList: $2) } } }
        #expect(deep == ["a[1][1][1] must not contain a comma"])
        let maps = violations { $0.check("a", map: ["k": ["1", ""]]) { $0.check($1, commaList: $2) } }
        #expect(maps == ["a[…][1] must not be blank"])
    }

    @Test(
        "Patterns mean ASCII and, when anchored, the whole text",
        arguments: [
            ("+8801617738431", true), ("12345678", true), ("1234567", false), ("12345678\n", false),
            ("\n12345678", false),
            ("١٢٣٤٥٦٧٨", false), ("１２３４５６７８", false), ("12345678 ", false), ("+", false), ("", false),
        ]
    )
    func phone(text: String, isMatch: Bool) {
        #expect(ArgumentPattern.matches(text, #"^\+?\d{8,15}$"#) == isMatch)
    }

    @Test("Patterns without anchors look anywhere; alternatives keep together; broken ones match nothing")
    func patterns() {
        #expect(ArgumentPattern.matches("xaby", "ab"))
        #expect(ArgumentPattern.matches("b", "^a|b$"))
        #expect(!ArgumentPattern.matches("ax", "^a|b$"))
        #expect(ArgumentPattern.matches(#"cost: $"#, #"^cost: \$"#))
        #expect(!ArgumentPattern.matches("(", "("))
        #expect(!ArgumentPattern.matches("e\u{301}", "^.$"))
    }

    @Test("Models check themselves, and name their place")
    func models() {
        let (good, bad) = (SampleRecipient(phone: "12345678"), SampleRecipient(phone: "x"))
        let reason = #"must match ^\+?\d{8,15}$"#
        #expect(violations { $0.check("to", bad) } == ["to.phone \(reason)"])
        #expect(violations { $0.check("to", [good, bad, bad]) } == ["to[1].phone \(reason)", "to[2].phone \(reason)"])
        #expect(violations { $0.check("to", ["k": bad]) } == ["to[…].phone \(reason)"])
        #expect(violations { $0.check("to", Optional<SampleRecipient>.none) }.isEmpty)
    }

    @Test("All violations of a call are reported together, before anything is sent")
    func together() async throws {
        var arguments = ArgumentChecker()
        arguments.check("count", 0, min: 1)
        var request = APIRequest<SampleClient, SampleMessage>(
            Sample.get("messages.fetch", "/v1/{id}"),
            arguments: arguments
        )
        request.setPath("id", "..", argument: "id")
        request.addHeader("X-Test", "a\n", argument: "test")
        request.setBody { writer, _ in
            writer.beginObject()
            writer.member("ratio", Double.nan)
            writer.endObject()
        }
        let exchange = try SampleExchange([.sent])
        let report = try await exchange.failure(of: request, options: CallOptions(maxAttempts: 0))
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["count", "id", "test", "ratio", "options.maxAttempts"])
        #expect(report.message.hasPrefix("count must be at least 1; id must not be . or .."))
        #expect(exchange.transport.requests.isEmpty)
    }
}
