public import WaybillRuntime

/// One thing that every pacer has to do, for the tests of whoever writes one.
///
/// With Swift Testing:
///
/// ```swift
/// @Test(arguments: PacerCheck.all)
/// func pacer(_ check: PacerCheck) async throws {
///     #expect(try await check.faults(of: MyPacer()) == [])
/// }
/// ```
///
/// Each run has keys of its own, so that a shared store may be used. Nothing in it depends on how fast the pacer is, as long as a check takes
/// less than half an hour.
public struct PacerCheck: Sendable, CustomStringConvertible {
    typealias Steps = @Sendable (inout PacerTrial) async throws -> Void

    /// What the pacer has to do.
    public let description: String

    private let steps: Steps

    init(_ description: String, _ steps: @escaping Steps) {
        self.description = description
        self.steps = steps
    }

    /// Runs the check.
    ///
    /// - Parameters:
    ///   - pacer: What is checked.
    ///   - window: The length of windows that have to pass.
    ///   - wait: Lets time pass; for a pacer with a clock of its own, what moves that one.
    /// - Returns: What the pacer does wrong; nothing where it does this right.
    /// - Throws: What the pacer throws.
    public func faults(
        of pacer: any Pacer,
        window: Duration = .milliseconds(500),
        waiting wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws -> [String] {
        var trial = PacerTrial(of: pacer, window: window, waiting: wait)
        try await steps(&trial)
        return trial.faults
    }

    /// All checks.
    public static let all = [places, windows, tooFar, lead, released, held, keys, passed, manyAtOnce]
}
