import Foundation
import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct MoneyTests {
    @Test(
        "smallest units and what they are in the main unit, by ISO 4217",
        arguments: [
            (1999, "usd", "19.99", "19.99 USD"), (5, "EUR", "0.05", "0.05 EUR"), (-5, "EUR", "-0.05", "-0.05 EUR"),
            (0, "GBP", "0", "0.00 GBP"), (1999, "JPY", "1999", "1999 JPY"), (-1, "jpy", "-1", "-1 JPY"),
            (12_345, "KWD", "12.345", "12.345 KWD"), (7, "CLF", "0.0007", "0.0007 CLF"),
            (.max, "USD", "92233720368547758.07", "92233720368547758.07 USD"),
            (.min, "USD", "-92233720368547758.08", "-92233720368547758.08 USD"),
        ] as [(Int, String, String, String)]
    )
    func amounts(units: Int, currency: String, amount: String, text: String) throws {
        let money = Money(minorUnits: units, currency: currency)
        let decimal = try #require(Decimal(string: amount))
        #expect(money.amount == decimal)
        #expect(money.description == text)
        #expect(Money(decimal, currency: currency) == money)
    }

    @Test("the API's own decimal places come before those of ISO 4217, in whatever letters")
    func own() throws {
        let own = ["ISK": 2, "usd": 3, "PTS": 0]
        #expect(Money(minorUnits: 150, currency: "isk", exponents: own).description == "1.50 ISK")
        #expect(Money(minorUnits: 150, currency: "isk").description == "150 ISK")
        #expect(Money(minorUnits: 1500, currency: "USD", exponents: own).amount == Decimal(string: "1.5"))
        #expect(Money(minorUnits: 7, currency: "pts", exponents: own).amount == 7)
    }

    @Test("a currency that nobody knows has units and no amount")
    func unknown() {
        for currency in ["ABC", "XXX", "XAU", "", "us"] {
            let money = Money(minorUnits: 7, currency: currency)
            #expect(money.amount == nil && money.exponent == nil)
            #expect(money.description == "7 units of \(currency.uppercased())")
            #expect(Money(7, currency: currency) == nil)
        }
    }

    @Test(
        "what is no whole number of smallest units is none",
        arguments: [
            ("0.001", "USD"), ("0.5", "JPY"), ("92233720368547758.08", "USD"), ("1e30", "USD"), ("nan", "USD"),
        ]
    )
    func inexact(amount: String, currency: String) throws {
        #expect(Money(Decimal(string: amount) ?? .nan, currency: currency) == nil)
    }

    @Test("the table has what the standard's list of 2026-01-01 has, 165 currencies with minor units")
    func table() {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var counts: [Int: Int] = [:]
        for first in letters {
            for second in letters {
                for third in letters {
                    guard let exponent = CurrencyExponents.exponent(of: "\(first)\(second)\(third)") else { continue }
                    counts[exponent, default: 0] += 1
                }
            }
        }
        #expect(counts == [0: 17, 2: 139, 3: 7, 4: 2])
    }
}
