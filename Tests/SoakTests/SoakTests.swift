import FaultPeer
import Testing

@testable import Soak

/// `make soak` in small: what it counts must hold in seconds too; how memory grows shows in an hour only.
@Suite(.serialized) struct SoakTests {
    @Test("P07 of some hundred calls with faults none is sent twice or lost, and every event is worked on once")
    func counts() async throws {
        // Beside other tests, whose descriptors come and go.
        let figures = try await Soak(seconds: 6, rate: 95, descriptors: OpenDescriptors.sockets(port:)).run()
        #if os(Linux)
        #expect((figures.samples.map(\.descriptors).max() ?? 0) > figures.descriptorsAtEnd)
        #endif
        #expect(figures.broken == [])
        #expect(figures.calls > 50)
        #expect(figures.events > 5)
        #expect(figures.faults.values.reduce(0, +) > 0)
    }

    @Test("P07 calls without a pause all succeed, over connections that are kept")
    func manyCalls() async throws {
        for row in try await ManyCalls(sequential: 200, bodiless: 600).rows() {
            #expect(row.failed == 0, "\(row.title)")
            #expect(row.connections <= 102, "\(row.title)")
        }
    }

    @Test("a bound that is broken is told")
    func bounds() {
        var figures = SoakFigures()
        #expect(figures.broken == [])
        figures.lost = 1
        figures.samples = (0..<120).map { .init(seconds: Double($0) * 10, memory: $0 * 40_000, descriptors: 9) }
        #expect(figures.broken == ["successes that the server knows nothing of", "memory grows"])
        #expect(figures.slope.rounded(.toNearestOrEven) == 2)
    }
}
