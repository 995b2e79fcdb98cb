import TestSupport
import Testing
import Walinko
import WaybillTesting

/// Arguments that are refused before any HTTP.
///
/// Of the official suites' list these mean nothing in Swift: a nil device, template, phone or tracking id, ids that are no
/// integers, and variables that are no map; the types do not let them through.
@Suite struct WalinkoArgumentTests {
    /// Asserts that the call was refused for these arguments, and that nothing went out.
    private func expectRefusal(
        of arguments: [String],
        on bench: WalinkoBench,
        _ error: WalinkoError,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard case .invalidArgument(let failure) = error else {
            Issue.record("not an invalid argument: \(error)", sourceLocation: sourceLocation)
            return
        }
        #expect(failure.details.violations.map(\.argument) == arguments, sourceLocation: sourceLocation)
        #expect(error.delivery == .notSent, sourceLocation: sourceLocation)
        #expect(error.attempts == 0, sourceLocation: sourceLocation)
        #expect(error.http == nil, sourceLocation: sourceLocation)
        #expect(bench.requests.isEmpty, sourceLocation: sourceLocation)
        for argument in arguments {
            #expect(error.message.contains(argument), sourceLocation: sourceLocation)
        }
    }

    @Test(
        "empty phone rejected with no HTTP, and every phone off the documented pattern",
        arguments: [
            "", " ", "1234567", "1234567890123456", "+", "+1234567", "00 8801617738431", "+88016a7738431",
            "+8801617738431\n", "８８０１６１７７３８４３１", "++8801617738431",
        ]
    )
    func phone(phone: String) async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.send(deviceID: 1, templateID: 12, phone: phone)
        }
        expectRefusal(of: ["phone"], on: bench, error)
        if phone.count > 3 { #expect(!error.message.contains(phone)) }
    }

    @Test(
        "phones of the documented pattern pass",
        arguments: ["12345678", "+12345678", "123456789012345", "+123456789012345"]
    )
    func goodPhone(phone: String) async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.client.messages.send(deviceID: 1, templateID: 12, phone: phone)
        #expect(bench.requests.count == 1)
    }

    @Test("ids below 1 and a negative variant are refused, all at once")
    func numbers() async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.send(deviceID: 0, templateID: -1, phone: "", variantIndex: -1)
        }
        expectRefusal(of: ["deviceID", "templateID", "phone", "variantIndex"], on: bench, error)
    }

    @Test("enqueue refuses the same arguments as send")
    func enqueue() async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.enqueue(deviceID: .min, templateID: 0, phone: "x", variantIndex: .min)
        }
        expectRefusal(of: ["deviceID", "templateID", "phone", "variantIndex"], on: bench, error)
    }

    @Test(
        "S04 idempotency key 1-200 printable ASCII, else refused",
        arguments: ["", String(repeating: "k", count: 201), "a\nb", "a\r\nX: y", "é", "a\u{0}", "a\u{7f}", "\t"]
    )
    func key(key: String) async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send(idempotencyKey: key) }
        expectRefusal(of: ["idempotencyKey"], on: bench, error)
    }

    @Test(
        "S05 empty tracking id rejected, dots and control characters too",
        arguments: ["", ".", "..", "a\nb", "a\rb", "a\u{0}b"]
    )
    func trackingID(id: String) async throws {
        let bench = try WalinkoBench(.state("sent"))
        let error = try await #require(throws: WalinkoError.self) { try await bench.client.messages.fetch(id) }
        expectRefusal(of: ["trackingID"], on: bench, error)
    }

    @Test("a refused argument is refused by waitUntilDone as well")
    func waitTrackingID() async throws {
        let bench = try WalinkoBench(.state("sent"))
        let error = try await #require(throws: WalinkoError.self) { try await bench.client.messages.waitUntilDone("") }
        expectRefusal(of: ["trackingID"], on: bench, error)
    }

    @Test(
        "S11 extra headers go out, and never over those of the client",
        arguments: ["Authorization", "content-type", "Idempotency-Key", "Content-Length", "Host"]
    )
    func extraHeaders(name: String) async throws {
        let bench = try WalinkoBench(.sent, .sent)
        _ = try await bench.send(options: CallOptions(headers: ["X-Trace": "t-1"]))
        #expect(bench.requests.first?.header("X-Trace") == "t-1")

        let error = try await #require(throws: WalinkoError.self) {
            try await bench.send(options: CallOptions(headers: [name: "stolen"]))
        }
        guard case .invalidArgument = error else { throw Unexpected(error) }
        #expect(bench.requests.count == 1)
    }
}
