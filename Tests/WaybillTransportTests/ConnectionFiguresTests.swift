#if os(Linux)
import Foundation
import Testing
@_spi(Generated) import WaybillRuntime

extension SocketTests {
    /// What one bad connection does to the calls around it, in figures; `make connections` prints them.
    @Suite struct ConnectionFiguresTests {
        @Test("F04 F29 F35 a bad connection hurts one call; kept ones that are dead hurt none")
        func figures() async throws {
            let wanted = ProcessInfo.processInfo.environment["CONNECTION_CALLS"].flatMap(Int.init)
            let rows = try await ConnectionFigures(calls: wanted ?? 400).rows()
            if wanted != nil { print(ConnectionFigures.table(rows)) }
            #expect(rows.map(\.failed).prefix(4) == [1, 1, 10, 0])
            #expect(rows[1].failures.values.map(\.delivery) == [.notSent])
            // Without a key what the server received and did not answer would be unknown; it answers all.
            for row in rows.dropFirst(4) {
                #expect(row.failed == 0, "\(row.title): \(row.failures.values.first?.description ?? "")")
                #expect(row.unknownNotReceived == 0, "\(row.title)")
            }
        }
    }
}
#endif
