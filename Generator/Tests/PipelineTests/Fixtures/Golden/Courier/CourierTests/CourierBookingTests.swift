import Courier
import Foundation
import Testing
import WaybillTesting

/// Days, times of mail and numbers that stand for words, on the wire and back.
@Suite struct CourierBookingTests {
    @Test("they go out in the body as the vendor writes them, and come back")
    func body() async throws {
        let bench = try CourierBench(
            .json(200, #"{"result":{"day":"2028-02-29","step":77,"sent":"29 Feb 28 04:00 EST","stops":[20,"x",-1]}}"#)
        )
        let booking = try await bench.client.bookings.book(
            day: "2028-02-29",
            step: BookingStep(rawValue: 40),
            sent: Date(timeIntervalSince1970: 0)
        )
        #expect(
            bench.requests.first?.text == #"{"day":"2028-02-29","step":40,"sent":"Thu, 01 Jan 1970 00:00:00 +0000"}"#
        )
        #expect(booking.day == "2028-02-29" && booking.due == "2026-12-31")
        #expect(booking.step.rawValue == 77 && booking.step.description == "77")
        #expect(booking.sent == Date(timeIntervalSince1970: 1_835_427_600))
        #expect(booking.stops == [.taken, .failed])
        #expect(booking.http.unread.map(\.path) == ["result.stops[1]"])
        #expect(booking.json["step"] == 77)
    }

    @Test("they go out in the path, the query and headers")
    func parameters() async throws {
        let bench = try CourierBench(.json(200, #"{"result":[]}"#))
        _ = try await bench.client.bookings.find(
            "2026-05-01",
            before: "2026-06-01",
            step: .failed,
            since: Date(timeIntervalSince1970: 0),
            xDay: "2026-05-02",
            xSince: Date(timeIntervalSince1970: -1),
            xStep: .done
        )
        let request = try #require(bench.requests.first)
        #expect(
            request.url.hasSuffix(
                "/bookings/2026-05-01?before=2026-06-01&step=-1&since=Thu%2C%2001%20Jan%201970%2000%3A00%3A00%20%2B0000"
            )
        )
        #expect(request.header("X-Day") == "2026-05-02" && request.header("X-Step") == "30")
        #expect(request.header("X-Since") == "Wed, 31 Dec 1969 23:59:59 +0000")
    }

    @Test("a number has its place in the order, and another one is none of the known")
    func steps() {
        #expect(BookingStep.done.isFinal && BookingStep.failed.isFinal && !BookingStep.asked.isFinal)
        #expect(BookingStep.taken.advances(from: .asked) && !BookingStep.asked.advances(from: .taken))
        #expect(BookingStep.known.map(\.rawValue) == [10, 20, 30, -1])
        #expect(BookingStep(rawValue: 20) == .taken)
    }

    @Test("money has its currency with it, and the service's decimal places before those of ISO 4217")
    func money() async throws {
        func booking(_ members: String) async throws -> Booking {
            let bench = try CourierBench(
                .json(200, #"{"result":{"day":"2028-02-29","step":10,\#(members)}}"#)
            )
            return try await bench.client.bookings.book(day: "2028-02-29", sent: .distantPast).value
        }
        let icelandic = try await booking(#""fee":1250,"currency":"isk","discount":"305""#)
        #expect(icelandic.total?.description == "12.50 ISK")
        #expect(icelandic.saved == Money(minorUnits: 305, currency: "EUR"))
        #expect(icelandic.saved.amount == Decimal(string: "3.05"))
        #expect(
            try await booking(#""fee":9007199254740993,"currency":"USD""#).total?.description == "90071992547409.93 USD"
        )
        #expect(try await booking(#""fee":5,"currency":"JPY""#).total?.description == "5 JPY")
        #expect(try await booking(#""fee":5"#).total == nil)
    }

    @Test("an id alone and the whole object are told apart, and have the id in common")
    func references() async throws {
        let members = #""customer":{"id":"c1","name":"Ada"},"agent":7"#
        let bench = try CourierBench(.json(200, #"{"result":{"day":"2028-02-29","step":10,\#(members)}}"#))
        let booking = try await bench.client.bookings.book(day: "2028-02-29", sent: .distantPast)
        #expect(booking.customer?.id == "c1" && booking.agent?.id == "7")
        guard case .whole(let customer)? = booking.customer, case .reference? = booking.agent else {
            Issue.record("another shape")
            return
        }
        #expect(customer.name == "Ada")
        #expect(CustomerReference.unrecognized([1]).id == nil)
    }
}
