import SpecYAML
import WaybillJSON

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

extension Kind {
    /// A scalar that is read by its text, or is not what was expected.
    static func scalar<Plain>(
        _ shape: ValueShape,
        _ rule: DecodingRule,
        _ expected: String,
        parse: @escaping @Sendable (YAMLScalar) -> Plain?
    ) -> Kind where Value == Located<Plain> {
        Kind(shape) { member, log in
            if let value = member.value.scalar.flatMap(parse) { return Located(value, at: member.value.location) }
            log.lose(rule, expected: expected, found: member.value)
            return nil
        }
    }

    /// A whole number with one of these units.
    private static func integer(_ text: String, units: [String: Int]) -> Int? {
        let digits = text.prefix { "0"..."9" ~= $0 }
        guard let number = Int(digits), let factor = units[String(text.dropFirst(digits.count))] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}

extension Kind where Value == Located<Int> {
    /// A whole number of 64 bits.
    static var int: Kind { scalar(.int, .number, "a whole number") { $0.int } }

    /// A duration in milliseconds: `250ms`, `2s`, `1m`, `1h`.
    static var duration: Kind {
        scalar(.duration, .duration, "a duration such as 250ms, 2s, 1m or 1h") {
            integer($0.text, units: ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000])
        }
    }

    /// A number of bytes: `65536`, `64 KiB`, `1 MiB`.
    static var size: Kind {
        scalar(.size, .number, "a number of bytes such as 65536, 64 KiB or 1 MiB") {
            integer($0.text, units: ["": 1, " KiB": 1024, " MiB": 1_048_576])
        }
    }

    /// One status of HTTP.
    static var status: Kind {
        scalar(.status, .status, "a status from 100 to 599, such as 202") { scalar in
            StatusRange.parse(scalar.text).flatMap { $0.count == 1 ? $0.lowerBound : nil }
        }
    }
}

extension Kind where Value == Located<ClosedRange<Int>> {
    /// One status or a range of them: `429`, `500-599`.
    static var statuses: Kind {
        scalar(.statuses, .status, "a status from 100 to 599 or a range such as 500-599") {
            StatusRange.parse($0.text)
        }
    }
}

extension Kind where Value == Located<Double> {
    /// A number that is not infinite.
    static var number: Kind {
        scalar(.number, .number, "a number") { scalar in scalar.double.flatMap { $0.isFinite ? $0 : nil } }
    }
}

extension Kind where Value == Located<Decimal> {
    /// A number with all its digits.
    static var exactNumber: Kind {
        scalar(.number, .number, "a number of at most 38 digits") { scalar in
            scalar.number.flatMap { Decimal(exactly: $0.text) }
        }
    }
}

extension Kind where Value == Located<Bool> {
    /// The word `true` or `false`, without quotes.
    static var bool: Kind { scalar(.bool, .wrongKind, "true or false") { $0.bool } }
}

extension Kind where Value == Located<TypeExpression> {
    /// A type: `string`, `list<Flow>?`.
    static var type: Kind {
        Kind(.type) { member, log in
            guard let text = Kind<Located<String>>.text.decode(member, &log) else { return nil }
            do throws(TypeExpressionParser.Failure) {
                return Located(try TypeExpressionParser.parse(text.value), at: text.location)
            } catch {
                let message = "no type \(SpecText.quoted(text.value)): \(error.message)"
                log.lose(.typeExpression, message, at: text.location)
                return nil
            }
        }
    }
}
