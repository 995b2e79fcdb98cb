import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct SigningTimeTests {
    /// A moment of the published test suite of AWS, and the dates of RFC 9110, section 5.6.7.
    @Test(
        "Each form of a time",
        arguments: [
            (SigningTime.seconds, "1440938160"), (.milliseconds, "1440938160000"), (.basic, "20150830T123600Z"),
            (.iso, "2015-08-30T12:36:00Z"), (.http, "Sun, 30 Aug 2015 12:36:00 GMT"), (.date, "2015-08-30"),
            (.day, "20150830"),
        ]
    )
    func forms(form: SigningTime, text: String) {
        #expect(form.text(milliseconds: 1_440_938_160_000) == text)
        #expect(form.milliseconds(text) == (form.isMoment ? 1_440_938_160_000 : nil))
    }

    @Test("Days of the week, and times before 1970")
    func days() {
        #expect(SigningTime.http.text(milliseconds: 784_111_777_000) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(SigningTime.http.text(milliseconds: 0) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(SigningTime.http.text(milliseconds: -1) == "Wed, 31 Dec 1969 23:59:59 GMT")
        #expect(SigningTime.seconds.text(milliseconds: 1_999) == "1")
    }

    @Test(
        "What is no time is none",
        arguments: ["", "now", "-5", "1e9", "99999999999999999999", "2015-08-30T12:36:00", "20150230T123600Z", "+1"]
    )
    func noTime(text: String) {
        for form in SigningTime.allCases { #expect(form.milliseconds(text) == nil, "\(form)") }
    }
}
