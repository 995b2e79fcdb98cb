import Courier
import Foundation
import TestSupport
import Testing
import WaybillTesting

/// What a refusal says beside its code.
@Suite struct CourierErrorTests {
    private func refusal(_ status: Int, _ body: String) async throws -> CourierError {
        let bench = try CourierBench(.json(status, body))
        return try await #require(throws: CourierError.self) { try await bench.client.parcels.fetch(7) }
    }

    @Test("the fields of errors are read from the first place that has them")
    func fields() async throws {
        let error = try await refusal(
            409,
            #"{"reason":"no","code":"24h","meta":{"trace":"t1"},"errors":[{"field":"x"}],"at":"5","causes":["no_route","y"]}"#
        )
        #expect(error.code == .tooEarly)
        #expect(error.traceID == "t1")
        #expect(error.fieldFaults == [FieldFault(field: "x")])
        #expect(error.at == Date(timeIntervalSince1970: 5))
        #expect(error.causes?.map(\.rawValue) == ["no_route", "y"])
    }

    @Test("details are read from their place; what cannot be read of them is nil, and is written back as it came")
    func details() async throws {
        let body = #"{"code":"no_route","details":{"reasons":["far"],"until":"soon","more":1}}"#
        let error = try await refusal(422, body)
        guard case .refused(let failure) = error else { throw Unexpected(error) }
        let details = try #require(failure.details)
        #expect(details.reasons == ["far"])
        #expect(details.until == nil)
        #expect(details.json == ["reasons": ["far"], "until": "soon", "more": 1])
        let bare = try await refusal(422, #"{"code":"no_route"}"#)
        guard case .refused(let failure) = bare else { throw Unexpected(bare) }
        #expect(failure.details == nil)
    }

    @Test("a status leads to its case where no code does")
    func statuses() async throws {
        let (missing, gone) = (try await refusal(404, "{}"), try await refusal(525, "{}"))
        guard case .unknownParcel = missing else { throw Unexpected(missing) }
        guard case .serverTimeout = gone else { throw Unexpected(gone) }
    }
}
