import Foundation
import Parcels

/// Reads or writes parcels so many times: `JSONBench read|write|value waybill|foundation ITEMS ROUNDS`; or says how much memory a value of so
/// many small numbers takes, in percent of its text: `JSONBench memory waybill|foundation NUMBERS 1`.
@main
struct JSONBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 4, let work = arguments.first, let items = Int(arguments[3]),
            let rounds = Int(arguments[4])
        else { throw Usage() }
        let text = ParcelText.page(items)
        var total = 0
        switch (work, arguments[2]) {
        case ("read", "waybill"):
            for _ in 0..<rounds { total += try ParcelPage(parsing: text).parcels.count }
        case ("read", "foundation"):
            let data = Data(text)
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .custom { try date($0) }
            for _ in 0..<rounds { total += try decoder.decode(CodablePage.self, from: data).parcels.count }
        case ("write", "waybill"):
            let page = try ParcelPage(parsing: text)
            for _ in 0..<rounds { total += try page.serialized().count }
        case ("write", "foundation"):
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .custom { try date($0) }
            let page = try decoder.decode(CodablePage.self, from: Data(text))
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .custom { date, encoder in
                var container = encoder.singleValueContainer()
                try container.encode(
                    date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
                )
            }
            for _ in 0..<rounds { total += try encoder.encode(page).count }
        case ("value", "waybill"):
            for _ in 0..<rounds { total += try JSONValue(parsing: text)["parcels"] == nil ? 0 : 1 }
        case ("value", "foundation"):
            let data = Data(text)
            for _ in 0..<rounds {
                total += (try JSONSerialization.jsonObject(with: data) as? [String: Any])?.count ?? 0
            }
        case ("memory", let reader): total = try ValueMemory.bytes(of: items, reader)
        default: throw Usage()
        }
        print(total)
    }

    private struct Usage: Error {}

    private static func date(_ decoder: any Decoder) throws -> Date {
        let text = try decoder.singleValueContainer().decode(String.self)
        let whole = Date.ISO8601FormatStyle()
        return try text.utf8.contains(UInt8(ascii: "."))
            ? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            : Date(text, strategy: whole)
    }
}
