import Foundation
import Testing
import WaybillTesting

@testable import WaybillRuntime

@Suite struct HTTPDateTests {
    @Test(
        "A02 ten thousand random dates, as Foundation writes them",
        arguments: ["EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'"]
    )
    func randomDates(format: String) {
        let writer = DateFormatter()
        writer.locale = Locale(identifier: "en_US_POSIX")
        writer.timeZone = TimeZone(identifier: "GMT")
        writer.dateFormat = format
        let now: Int64 = 1_750_000_000
        // Years of two digits are those within half a century.
        let reach: Int64 = format.contains("yyyy") ? 60_000_000_000 : 1_500_000_000
        var generator = SplitMix64(seed: 9_110)
        for _ in 0..<10_000 {
            let moment = now + Int64.random(in: -min(reach, 1_900_000_000)...reach, using: &generator)
            let text = writer.string(from: Date(timeIntervalSince1970: Double(moment)))
            #expect(HTTPDate.parse(Array(text.utf8), now: now) == moment, "\(text)")
        }
    }
}
