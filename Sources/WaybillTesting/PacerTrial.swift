import WaybillRuntime

/// A pacer while it is being checked, and what it did wrong.
struct PacerTrial: Sendable {
    let pacer: any Pacer
    /// The length of windows that have to pass.
    let window: Duration
    let wait: @Sendable (Duration) async throws -> Void
    private let run: String
    private(set) var faults: [String] = []

    init(of pacer: any Pacer, window: Duration, waiting wait: @escaping @Sendable (Duration) async throws -> Void) {
        self.pacer = pacer
        self.window = window
        self.wait = wait
        run = String(RuntimeClock.system.random(), radix: 36)
    }

    /// The window of rates whose places are told apart by the hour.
    static let hour = Duration.seconds(3_600)

    /// A key that no other run has.
    func key(_ name: String = "") -> String { "check:\(run):\(name)" }

    mutating func expect(_ isRight: Bool, _ fault: String) {
        if !isRight { faults.append(fault) }
    }

    /// Takes a place, and expects it so many hours away: at once for none.
    @discardableResult
    mutating func expect(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration = .zero,
        within limit: Duration? = nil,
        gives hours: Int?,
        _ moment: String
    ) async throws -> PacePlace? {
        let place = try await pacer.reserve(key, rates, after: lead, within: limit)
        let found = place.map { Self.hours($0.wait) }
        expect(found == hours, "\(moment): \(Self.text(found)) and not \(Self.text(hours))")
        if hours == 0, let place { expect(place.wait == .zero, "\(moment): \(place.wait) and not at once") }
        return place
    }

    /// A wait in hours; what the check takes itself is less than half of one.
    static func hours(_ wait: Duration) -> Int { Int((wait / hour).rounded()) }

    private static func text(_ hours: Int?) -> String {
        switch hours {
        case nil: "no place"
        case 0: "at once"
        case let hours?: "in \(hours) h"
        }
    }
}
