import Foundation

/// Makes calls in rounds, one way after the other, and prints CPU time and rate: `CallBench serve`,
/// `CallBench PORT IN_FLIGHT CALLS ROUNDS [WAY…]`.
@main
struct CallBench {
    private struct Usage: Error {}

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["serve"] { return try await CallServer.run() }
        guard arguments.count >= 4, let port = Int(arguments[0]), let inFlight = Int(arguments[1]),
            let calls = Int(arguments[2]),
            let rounds = Int(arguments[3])
        else { throw Usage() }
        let ways = arguments.count > 4 ? arguments[4...].compactMap(CallWay.init) : CallWay.allCases
        let callers = try ways.map { try $0.caller(port: port, connections: inFlight) }
        var figures = ways.map { _ in [(cpu: Double, wall: Double)]() }
        for round in 0...rounds {
            for (place, caller) in callers.enumerated() {
                let figure = try await measure(calls, inFlight, caller)
                // The first round opens the connections.
                if round > 0 { figures[place].append(figure) }
            }
        }
        for (way, figures) in zip(ways, figures) {
            let cpu = median(figures.map(\.cpu)) / Double(calls) * 1e6
            let wall = median(figures.map(\.wall)) / Double(calls) * 1e6
            print("\(way.rawValue) \(inFlight) \(String(format: "%.1f %.1f", cpu, wall))")
        }
    }

    private static func measure(
        _ calls: Int,
        _ inFlight: Int,
        _ caller: @escaping @Sendable () async throws -> Int
    ) async throws -> (cpu: Double, wall: Double) {
        let (cpu, start) = (cpuTime(), ContinuousClock.now)
        try await withThrowingTaskGroup { group in
            for _ in 0..<inFlight {
                group.addTask {
                    for _ in 0..<calls / inFlight where try await caller() == 0 { throw Usage() }
                }
            }
            try await group.waitForAll()
        }
        return (cpuTime() - cpu, (ContinuousClock.now - start) / .seconds(1))
    }

    private static func cpuTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
