#if os(Linux)
import Simpu
import Synchronization
import Walinko
@_spi(Generated) import WaybillRuntime
import WaybillTesting
@testable import WaybillTransport

/// A whole call whose attempts all end in the same way.
struct AnsweredCall {
    /// A transport that knows one end.
    private final class OneEnd: Transport {
        private let end: ExchangeEnd
        private let counter = Mutex(0)

        init(_ end: ExchangeEnd) { self.end = end }

        var count: Int { counter.withLock(\.self) }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            counter.withLock { $0 += 1 }
            switch end {
            case .answered(let response, _): return response
            case .failed(let error): throw error
            case .unusable: throw TransportError(progress: .neverSent, reason: .closed)
            }
        }
    }

    private let end: ExchangeEnd
    private let mayRepeat: Bool
    private let call: @Sendable (ClientConfiguration) async throws -> Void

    /// A call with an idempotency key.
    static func keyed(_ end: ExchangeEnd) -> AnsweredCall {
        AnsweredCall(end: end, mayRepeat: true) { configuration in
            let client = try WalinkoClient(apiKey: "walk_test_a.b", configuration: configuration)
            _ = try await client.messages.send(deviceID: 1, templateID: 2, phone: "+8801617738431")
        }
    }

    /// A call that must not be repeated.
    static func unkeyed(_ end: ExchangeEnd) -> AnsweredCall {
        AnsweredCall(end: end, mayRepeat: false) { configuration in
            let client = try SimpuClient(apiKey: "key", configuration: configuration)
            _ = try await client.sms.send(recipients: ["2348000000001"], senderID: "Shop", content: "Hi")
        }
    }

    /// What does not fit the end of the attempts.
    func fault() async -> String? {
        let transport = OneEnd(end)
        let configuration = ClientConfiguration(
            timeouts: Timeouts(attempt: .seconds(600)),
            retry: .table(maxAttempts: 3, delays: [.milliseconds(1)]),
            transport: transport,
            clock: ManualClock(sleeping: .atOnce(below: .seconds(300))).runtime
        )
        do {
            try await call(configuration)
            return status.map { (200...299).contains($0) } == true ? nil : "succeeds"
        } catch let error as any APIError {
            return fault(of: error, attempts: transport.count)
        } catch {
            return "throws \(error)"
        }
    }

    private func fault(of error: any APIError, attempts: Int) -> String? {
        guard error.attempts == attempts else { return "\(attempts) attempts are told as \(error.attempts)" }
        let isPlain = "\(error)".utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        guard isPlain else { return "its description has control characters" }
        guard let status else {
            let isKnown = error.delivery == .unknown || error.delivery == .accepted
            return isKnown && (mayRepeat || attempts == 1) ? nil : "no head: \(error.delivery), \(attempts) attempts"
        }
        if (200...299).contains(status) {
            return isRight(error.report, attempts) ? nil : "\(status): \(error.delivery), \(attempts) attempts"
        }
        if status >= 500, error.delivery != .unknown { return "\(status): \(error.delivery)" }
        return mayRepeat || status == 429 || attempts == 1 ? nil : "\(status): \(attempts) attempts"
    }

    /// Whether an error fits a 2xx: its body refuses, which its code may make worth another attempt, or cannot be read.
    private func isRight(_ report: FailureReport, _ attempts: Int) -> Bool {
        guard case .answered = report.kind else { return report.delivery != .rejected && attempts == 1 }
        return report.delivery != .accepted && (mayRepeat || report.sortingStatus == 429 || attempts == 1)
    }

    /// The status of the head that came.
    private var status: Int? {
        switch end {
        case .answered(let response, _): return response.status
        case .failed(let error):
            if case .answered(let response) = error.progress { return response.status }
            return nil
        case .unusable: return nil
        }
    }
}
#endif
