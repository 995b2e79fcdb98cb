import Foundation

/// What `make soak` runs.
///
/// `SOAK_MINUTES` minutes of calls with faults (30), then `SOAK_CALLS` calls one after the other (30,000) and ten thirds
/// as many without a body to read; 0 leaves either out. Ends with code 1 where a bound is broken.
@main
enum SoakProgram {
    static func main() async throws {
        var broken: [String] = []
        let minutes = number("SOAK_MINUTES", 30)
        if minutes > 0 {
            let soak = Soak(seconds: minutes * 60, rate: 95) { line in
                FileHandle.standardError.write(Data((line + "\n").utf8))
            }
            let figures = try await soak.run()
            print("\n" + figures.table)
            broken += figures.broken
        }
        let calls = Int(number("SOAK_CALLS", 30_000))
        if calls > 0 {
            let rows = try await ManyCalls(sequential: calls, bodiless: calls / 3 * 10).rows()
            print("\n" + SoakFigures.table([("what", "figures", "bound")] + rows.map(\.line)))
            broken += rows.flatMap(\.broken)
        }
        for line in broken { print("broken: \(line)") }
        exit(broken.isEmpty ? 0 : 1)
    }

    private static func number(_ name: String, _ standard: Double) -> Double {
        ProcessInfo.processInfo.environment[name].flatMap { Double($0) } ?? standard
    }
}
