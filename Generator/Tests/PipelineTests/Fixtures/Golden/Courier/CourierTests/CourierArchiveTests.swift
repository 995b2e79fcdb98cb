import Courier
import Foundation
import HTTPTypes
import Testing
import WaybillRuntime
import WaybillTesting

/// Header fields of answers, as members with types.
@Suite struct CourierArchiveTests {
    private typealias Headers = CourierClient.Archives.SearchHeaders

    private static func headers(_ fields: HTTPFields) async throws -> Headers {
        let bench = try CourierBench(.json(200, "[]", headers: fields))
        let answer = try await bench.client.archives.search(words: "ink & tea")
        #expect(bench.requests.map(\.url) == ["https://api.courier.example/eu/accounts/a1/archives?words=ink%20%26%20tea"])
        #expect(answer.http.headers[values: .eTag] == fields[values: .eTag])
        return Headers(answer.http)
    }

    private static func field(_ name: String, _ value: String) throws -> HTTPFields {
        [try #require(HTTPField.Name(name)): value]
    }

    @Test("what did not come is nil, and no error")
    func missing() async throws {
        let headers = try await Self.headers([:])
        #expect(headers.totalCount == nil && headers.eTag == nil && headers.allow == nil && headers.xRoom == nil)
    }

    @Test(
        "a number is read whatever stands around it, and nothing else is one",
        arguments: [
            ("1204", 1204), (" 1204\t", 1204), ("-1", -1), ("9223372036854775807", .max), ("", nil), ("many", nil),
            ("1,204", nil), ("1 204", nil), ("12.5", nil), ("9223372036854775808", nil), ("007", nil), ("\"12\"", nil),
            ("[1]", nil), ("null", nil), ("1204, 1204", nil),
        ] as [(String, Int?)]
    )
    func numbers(text: String, number: Int?) async throws {
        #expect(try await Self.headers(Self.field("x-TOTAL-count", text)).totalCount == number)
    }

    @Test("a text is taken as it is, quotation marks and digits too", arguments: ["W/\"a\"", "12", "true", "null", "{}"])
    func texts(text: String) async throws {
        #expect(try await Self.headers(Self.field("etag", text)).eTag == text)
    }

    @Test("a time of HTTP and one of mail are the same moment, and what is none is nil")
    func times() async throws {
        let moment = Date(timeIntervalSince1970: 784_111_777)
        for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "6 Nov 1994 09:49:37 +0100"] {
            #expect(try await Self.headers(Self.field("Last-Modified", text)).lastModified == moment)
        }
        #expect(try await Self.headers(Self.field("Expires", "0")).expires == nil)
    }

    @Test("a list has the elements that can be read, of all the fields of its name")
    func lists() async throws {
        var fields = try Self.field("X-Shelves", "1,, 2")
        fields.append(HTTPField(name: try #require(HTTPField.Name("x-shelves")), value: "three, \t4 "))
        #expect(try await Self.headers(fields).xShelves == [1, 2, 4])
        #expect(try await Self.headers(Self.field("Allow", ",")).allow == [])
        #expect(try await Self.headers(Self.field("Allow", "")).allow == nil)
    }

    @Test("words that the spec does not name are kept as they came")
    func words() async throws {
        #expect(try await Self.headers(Self.field("X-Priority", "urgent")).xPriority?.rawValue == "urgent")
        #expect(try await Self.headers(Self.field("X-Room", "9")).xRoom?.rawValue == 9)
        #expect(try await Self.headers(Self.field("X-Room", "nine")).xRoom == nil)
    }

    @Test("a failure has them too")
    func failures() async throws {
        let fields = try Self.field("X-Retries", "3")
        let bench = try CourierBench(.json(404, "{}", headers: fields))
        let error = await #expect(throws: CourierError.self) { try await bench.client.archives.search(words: "x") }
        #expect(try Headers(#require(error?.http)).xRetries == 3)
    }

    @Test("equal headers make equal values")
    func equality() async throws {
        let (one, other) = (try Self.field("ETag", "a"), try Self.field("eTag", "b"))
        #expect(try await Self.headers(one) == Self.headers(one))
        #expect(try await Self.headers(one) != Self.headers(other))
    }
}
