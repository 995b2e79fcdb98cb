import HTTPTypes
import Testing
@_spi(Generated) import WaybillJSON
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Header fields of an answer, read as values.
@Suite struct HeaderValueTests {
    private static func http(_ name: String, _ values: String...) async throws -> ResponseMetadata {
        var headers = HTTPFields()
        for value in values { headers.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
        let exchange = try SampleExchange([.json(200, #"{"data":{"id":"m1"}}"#, headers: headers)])
        return try await exchange.client.send(Sample.send()).http
    }

    @Test("A text is the string, number or truth value that it spells")
    func single() async throws {
        let http = try await Self.http("X-A", " 12 ")
        #expect(http.headerValue("x-a") { $0.int() } == 12)
        #expect(http.headerValue("X-A") { $0.string() } == "12")
        #expect(http.headerValue("X-A") { $0.double() } == 12)
        #expect(http.headerValue("X-A") { $0.bool() } == nil)
        #expect(try await Self.http("X-A", "true").headerValue("X-A") { $0.bool() } == true)
        #expect(try await Self.http("X-A", #"a"b\"#).headerValue("X-A") { $0.string() } == #"a"b\"#)
    }

    @Test("What did not come, is empty or has a name that none has, is nil")
    func missing() async throws {
        let http = try await Self.http("X-A", " ")
        for name in ["X-A", "X-B", "bad name", ""] {
            #expect(http.headerValue(name) { $0.string() } == nil && http.headerList(name) { $0.string() } == nil)
        }
    }

    @Test("Several fields are one list, and no single value")
    func lists() async throws {
        let http = try await Self.http("X-A", "1, two, ,", "\t3 , null")
        #expect(http.headerList("X-A") { $0.int() } == [1, 3])
        #expect(http.headerList("X-A") { $0.string() } == ["1", "two", "3", "null"])
        #expect(http.headerValue("X-A") { $0.int() } == nil)
        #expect(try await Self.http("X-A", ",").headerList("X-A") { $0.int() } == [])
    }
}
