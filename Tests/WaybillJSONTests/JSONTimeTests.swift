import TestSupport
import Testing
import WaybillJSON

@Suite(.serialized) struct JSONTimeTests {
    #if DEBUG
    static let unit = 1 << 15
    #else
    static let unit = 1 << 18
    #endif

    struct Shape: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let make: @Sendable (Int) -> String

        init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
            testDescription = name
            self.make = make
        }
    }

    private static func list(_ element: String) -> @Sendable (Int) -> String {
        { "[" + String(repeating: element + ",", count: $0 / (element.utf8.count + 1)) + "0]" }
    }

    static let shapes = [
        Shape("numbers", list("12345.678e-1")),
        Shape("strings", list("\"some text\"")),
        Shape("escapes", list(#""\n\u00e9\uD83D\uDE00""#)),
        Shape("arrays", list("[[],[[]]]")),
        Shape(
            "short keys",
            { size in
                "{" + (0..<size / 10).map { "\"\($0)\":0," }.joined() + "\"\":0}"
            }
        ),
        Shape("the same key", { size in "{" + String(repeating: "\"a\":0,", count: size / 6) + "\"a\":0}" }),
        Shape("one string", { "\"" + String(repeating: "é", count: $0 / 2) + "\"" }),
        Shape("one number", { String(repeating: "7", count: $0) }),
        Shape("one fraction", { "0." + String(repeating: "0", count: $0) + "7" }),
    ]

    /// Time for four times the size over the time for the size, with several tries.
    private static func growth(_ shape: Shape, _ work: ([UInt8]) -> Void) -> Double {
        let (small, large) = (Array(shape.make(unit).utf8), Array(shape.make(unit * 4).utf8))
        return ProcessorTime.best(of: 5) { work(large) } / ProcessorTime.best(of: 5) { work(small) }
    }

    @Test("J04 time is linear: twice the size takes at most 2.3 times as long", arguments: shapes)
    func linear(_ shape: Shape) {
        // Two doublings in one step leave less to chance.
        var ratios: [Double] = []
        for _ in 0..<4 {
            ratios.append(Self.growth(shape) { _ = Parsing.treeError($0) })
            if ratios.last ?? 0 <= 2.3 * 2.3 { break }
        }
        #expect((ratios.min() ?? 0) <= 2.3 * 2.3, "\(ratios)")
    }

    @Test("J04 a long number is linear as an integer and as a double too", arguments: ["7", "0", "9"])
    func longNumber(_ digit: String) {
        let shape = Shape("number") { "1" + String(repeating: digit, count: $0) }
        let ratios = (0..<3).map { _ in
            Self.growth(shape) { bytes in
                let number = try? JSONValue(parsing: bytes).numberValue
                #expect(number?.int == nil)
                #expect(number?.double == nil)
            }
        }
        #expect((ratios.min() ?? 0) <= 2.3 * 2.3, "\(ratios)")
    }

    @Test("J12 an object takes 100,000 times the same key, and 100,000 keys, in linear time")
    func manyKeys() throws {
        let same = "{" + String(repeating: "\"key\":1,", count: 99_999) + "\"key\":2}"
        #expect(try JSONValue(parsing: same) == ["key": 2])
        var object = JSONObject()
        for index in 0..<100_000 { object["key \(index)"] = .null }
        #expect(object.count == 100_000)
        #expect(object.first?.key == "key 0")
        #expect(object["key 99999"] == .null)
    }

    @Test("J12 keys that are canonically equivalent do not slow an object down")
    func equivalentKeys() {
        // All of one length and one meaning to String, and therefore of one hash there: 2^12 spellings.
        var object = JSONObject()
        for bits in 0..<(1 << 12) {
            let key = (0..<12).map { bits >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined()
            object[key] = .bool(true)
        }
        #expect(object.count == 1 << 12)
    }
}
