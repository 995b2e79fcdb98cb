import HTTPTypes
import Ledger
import TestSupport
import Testing
import WaybillTesting

/// An API that refuses with a 200 too, and whose failures are problem details.
@Suite struct LedgerRefusalTests {
    private static func client(_ answers: [StubAnswer]) throws -> (client: LedgerClient, stub: StubTransport) {
        let stub = StubTransport(answers)
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(20)), randomness: .fixed(0))
        let configuration = ClientConfiguration(transport: stub, clock: clock.runtime)
        return (try LedgerClient(token: "t", configuration: configuration), stub)
    }

    private static func close(_ answers: StubAnswer...) async throws -> (error: LedgerError, requests: Int) {
        let (client, stub) = try client(answers)
        let error = try await #require(throws: LedgerError.self) { try await client.accounts.close("a1") }
        return (error, stub.requests.count)
    }

    @Test("a problem has its type as the code, its title and its instance, and members of its own as details")
    func problem() async throws {
        let body = """
            {"type":"https://ledger.example/problems/no-funds","title":"Not enough money","detail":"30 are there.",\
            "instance":"/transfers/9","balance":30}
            """
        let headers: HTTPFields = [.contentType: "application/problem+json"]
        let (error, _) = try await Self.close(.bytes(403, Array(body.utf8), headers: headers))
        guard case .noFunds(let failure) = error else { throw Unexpected(error) }
        #expect(failure.code == .noFunds)
        #expect(failure.message == "30 are there.")
        #expect(failure.details?.balance == 30)
        #expect(error.title == "Not enough money" && error.instance == "/transfers/9")
        let closed = #"{"type":"urn:ledger:problem:account-closed","title":"Closed"}"#
        #expect(try await Self.close(.json(409, closed)).error.code == .accountClosed)
        let blank = try await Self.close(.json(404, #"{"type":"about:blank","title":"Not Found"}"#)).error
        #expect(blank.code == nil && blank.message == "Not Found")
    }

    @Test("a code of a 200 leads to the case of its status, and to another attempt where that status does")
    func codes() async throws {
        let (throttled, three) = try await Self.close(
            .json(200, #"{"code":40013}"#),
            .json(200, #"{"code":40013}"#),
            .json(200, #"{"code":40013}"#)
        )
        guard case .tooMany = throttled else { throw Unexpected(throttled) }
        #expect(three == 3 && throttled.code == .tooFast && throttled.delivery == .rejected)
        let (locked, once) = try await Self.close(.json(200, #"{"code":50002}"#))
        guard case .server = locked else { throw Unexpected(locked) }
        #expect(once == 1 && locked.status == 200 && locked.delivery == .unknown)
        let (odd, one) = try await Self.close(.json(200, #"{"code":77}"#))
        guard case .refused = odd else { throw Unexpected(odd) }
        #expect(one == 1 && odd.delivery == .rejected && odd.message == "refused with HTTP 200")
        #expect(odd.code?.rawValue == "77")
    }

    @Test("a success is one by each of its words, and text is looked at only where it is JSON")
    func successes() async throws {
        let (client, _) = try Self.client([
            .json(200, #"{"code":0}"#), .json(200, #"{"code":"ok"}"#), .status(204),
            .bytes(200, Array(#"{"code":7}"#.utf8), headers: [.contentType: "text/plain"]),
            .json(200, #"{"code":7}"#),
        ])
        for _ in 0..<3 { _ = try await client.accounts.close("a1") }
        #expect(try await client.accounts.statement("a1").value == #"{"code":7}"#)
        await #expect(throws: LedgerError.self) { try await client.accounts.statement("a1") }
    }
}
