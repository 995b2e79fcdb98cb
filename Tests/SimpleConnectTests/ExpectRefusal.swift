import SimpleConnect
import TestSupport
import Testing

/// Asserts that a call was refused for exactly these arguments, before anything was sent.
@discardableResult
func expectRefusal<Value>(
    _ arguments: [String],
    _ bench: SimpleConnectBench,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ call: () async throws -> Value
) async throws -> SimpleConnectError {
    let before = bench.requests.count
    let error = try await #require(throws: SimpleConnectError.self, sourceLocation: sourceLocation) { try await call() }
    guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
    #expect(failure.details.violations.map(\.argument) == arguments, sourceLocation: sourceLocation)
    #expect(error.delivery == .notSent, sourceLocation: sourceLocation)
    #expect(error.attempts == 0, sourceLocation: sourceLocation)
    #expect(bench.requests.count == before, sourceLocation: sourceLocation)
    return error
}
