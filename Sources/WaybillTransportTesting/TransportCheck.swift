public import WaybillRuntime

/// One thing that every transport has to do, for the tests of whoever writes one.
///
/// With Swift Testing:
///
/// ```swift
/// @Test(arguments: TransportCheck.all)
/// func transport(_ check: TransportCheck) async throws {
///     try await check.run(against: MyTransport())
/// }
/// ```
///
/// Each check serves the transport from raw sockets on 127.0.0.1 and looks at both ends: what `send` makes of an answer,
/// a fault or a cancellation, and what of it the server received. In every one of them nothing may arrive more often
/// than it was sent, nor anything that is reported as never sent. Those of whole calls compare attempts and delivery with
/// what a client does over any transport that keeps its promises (``WaybillRuntime/Transport``).
///
/// Certificates are not among them, since the peers speak no TLS; nor are proxies, see ``proxies``.
public struct TransportCheck: Sendable, CustomStringConvertible {
    typealias Steps = @Sendable (TransportTrial) async throws -> Void

    /// The requirement that the check shows, such as `F09`; several checks may show one.
    public let id: String

    /// What the transport has to do.
    public let title: String

    private let steps: Steps

    init(_ id: String, _ title: String, _ steps: @escaping Steps) {
        self.id = id
        self.title = title
        self.steps = steps
    }

    /// Id and title; no two checks have the same.
    public var description: String { "\(id) \(title)" }

    /// Runs the check.
    ///
    /// - Parameters:
    ///   - transport: What is checked. It may be one that other checks use at the same time.
    ///   - patience: How long `send` may take where the server does its part at once; beyond that it counts as hanging.
    /// - Throws: ``TransportCheckFailure`` where the transport does something wrong, what making it throws, and the
    ///   error of a socket function where no server can be had.
    public func run(
        against transport: @autoclosure @escaping @Sendable () throws -> any Transport,
        patience: Duration = .seconds(60)
    ) async throws {
        let trial = try TransportTrial(patience: patience, making: transport)
        let faults = try await trial.faults(after: steps)
        guard faults.isEmpty else { throw TransportCheckFailure(check: description, faults: faults) }
    }
}
