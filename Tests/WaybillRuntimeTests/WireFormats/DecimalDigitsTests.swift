import Foundation
import Testing
import WaybillRuntime

@Suite struct DecimalDigitsTests {
    @Test("Digits are the number, to the last of them")
    func exact() throws {
        #expect("\(Decimal(digits: "19.99"))" == "19.99")
        #expect("\(Decimal(digits: "-0.10"))" == "-0.1")
        #expect(Decimal(digits: "1e3") == 1000)
        let huge = Decimal(digits: "-12345678901234567890123456789012345678")
        #expect("\(huge)" == "-12345678901234567890123456789012345678")
        let tiny: Decimal = Decimal(digits: "0.00000000000000000000000000000000000001")
        #expect(tiny == Decimal(sign: .plus, exponent: -38, significand: 1))
    }

    @Test("What is no number, or would be rounded, is not a number")
    func wrong() {
        #expect(Decimal(digits: "").isNaN)
        #expect(Decimal(digits: "19,99").isNaN)
        #expect(Decimal(digits: "123456789012345678901234567890123456789").isNaN)
        #expect(Decimal(digits: "1e400").isNaN)
    }
}
