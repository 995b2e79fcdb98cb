import Foundation
import Testing
@_spi(Generated) import WaybillJSON

@_spi(Generated) @testable import WaybillRuntime

@Suite struct MailTimestampTests {
    @Test(
        "times and what they are in seconds since 1970, as Python's email.utils has them",
        arguments: [
            // RFC 5322, appendix A.1.1, A.5 and A.6.2.
            ("Fri, 21 Nov 1997 09:55:06 -0600", 880_127_706),
            (
                "Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)",
                -27_723_480
            ),
            ("21 Nov 97 09:55:06 GMT", 880_106_106),
            // By chance.
            ("Mon, 21 Dec 3096 00:10 +0000", 35_563_795_800), ("Sun, 31 May 5389 20:28:07 -1011", 107_906_366_347),
            ("4 Feb 7588 22:21:08 EST", 177_289_960_868), ("Thu, 18 Apr 0109 10:54:40 -0303", -58_718_167_340),
            ("08 Dec 86 11:47:45 GMT", 534_426_465), ("15 Jul 40 09:48:32 GMT", 2_225_958_512),
            ("4 Mar 2299 19:08:01 CST", 10_387_703_281), ("14 Sep 3862 16:11:30 MST", 59_727_971_490),
            // Zones with names, letters that say nothing certain, and comments.
            ("1 May 2026 03:38:07 EDT", 1_777_621_087), ("1 May 2026 03:38:07 PDT", 1_777_631_887),
            ("1 May 2026 03:38:07 Z", 1_777_606_687), ("1 May 2026 03:38:07 A", 1_777_606_687),
            ("1 May 2026 03:38:07 -0000", 1_777_606_687), ("fri, 1 may 2026 03:38:07 gmt", 1_777_606_687),
            ("Fri (a \\) (nested)), 1 May 2026 03 : 38 : 07 UT", 1_777_606_687),
        ]
    )
    func times(text: String, seconds: Int) {
        #expect(RFC5322Timestamp.parse(text)?.timeIntervalSince1970 == Double(seconds))
    }

    @Test(
        "what is no such time",
        arguments: [
            "", ",", "Fri", "Fri 1 May 2026 03:38:07 +0000", ", 1 May 2026 03:38:07 +0000", "1 May 2026 03:38:07",
            "1 May 2026 3:38:07 +0000", "31 Apr 2026 03:38:07 +0000", "29 Feb 2026 03:38:07 +0000",
            "1 May 2026 24:00:00 +0000", "1 May 2026 03:60:00 +0000", "1 Mai 2026 03:38:07 +0000",
            "1 May 02026 03:38:07 +0000", "1 May 6 03:38:07 +0000", "1 May 2026 03:38:07 +00:00",
            "1 May 2026 03:38:07 +000", "1 May 2026 03:38:07 +0060", "1 May 2026 03:38:07 +0000 (open",
            "1 May 2026 03:38:07 +0000 x", "2026-05-01T03:38:07Z", "1 May 2026 03:38:07 ＋0000",
            "1 May 2026 03:38:07.5 GMT",
        ]
    )
    func none(text: String) {
        #expect(RFC5322Timestamp.parse(text) == nil)
    }

    @Test(
        "a year of two digits is one of 1950 to 2049, and one of three counts from 1900",
        arguments: [("49", 2049), ("50", 1950), ("00", 2000), ("99", 1999), ("126", 2026), ("2026", 2026)]
    )
    func years(text: String, year: Int) throws {
        let date = try #require(RFC5322Timestamp.parse("1 May \(text) 00:00 UT"))
        #expect(CalendarDate(date, in: .gmt).year == year)
    }

    @Test(
        "times are written in UTC with their day of the week, and read back",
        arguments: [
            (192_087_704_110, "Sat, 06 Jan 8057 07:35:10 +0000"), (534_426_465, "Mon, 08 Dec 1986 11:47:45 +0000"),
            (-58_718_167_340, "Thu, 18 Apr 0109 13:57:40 +0000"), (0, "Thu, 01 Jan 1970 00:00:00 +0000"),
            (-1, "Wed, 31 Dec 1969 23:59:59 +0000"), (1_718_442_775, "Sat, 15 Jun 2024 09:12:55 +0000"),
            (194_010_675_169, "Tue, 14 Dec 8117 22:12:49 +0000"), (104_026_195, "Thu, 19 Apr 1973 00:09:55 +0000"),
        ]
    )
    func written(seconds: Int, text: String) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        #expect(String(mailTimestamp: date) == text)
        #expect(RFC5322Timestamp.parse(text) == date)
    }

    @Test("a reader says what it expected, and a writer writes members")
    func json() throws {
        #expect((try? JSONReader.read(Array(#""soon""#.utf8)) { $0.mailTimestamp() }) == nil)
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("at", mailTimestamp: Date(timeIntervalSince1970: 0))
        writer.member("then", mailTimestamp: nil)
        writer.endObject()
        #expect(String(decoding: try writer.finish(), as: UTF8.self) == #"{"at":"Thu, 01 Jan 1970 00:00:00 +0000"}"#)
    }
}
