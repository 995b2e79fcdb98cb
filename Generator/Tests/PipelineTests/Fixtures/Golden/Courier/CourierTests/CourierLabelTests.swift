import Courier
import Foundation
import TestSupport
import Testing
import WaybillTesting

/// Requests whose body is a form.
///
/// The expected bytes are those of `URLSearchParams`, which browsers and Node.js have.
@Suite struct CourierLabelTests {
    @Test("a form has the members in the spec's order; what is nil or empty is left out")
    func nested() async throws {
        let bench = try CourierBench(.json(200, #"{"result":{"id":"l1"}}"#))
        let sheet = Sheet(size: "a4")
        _ = try await bench.client.labels.print(sheet: sheet, parcels: [SheetParcel(id: "p1"), SheetParcel(id: "p2")])
        let request = try #require(bench.requests.first)
        #expect(
            request.text
                == "sheet%5Bsize%5D=a4&parcels%5B0%5D%5Bid%5D=p1&parcels%5B1%5D%5Bid%5D=p2&source=api"
        )
        #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(request.header("Accept") == "application/json")
    }

    @Test("a form is sent again as it is, byte for byte and under the same key")
    func retried() async throws {
        let bench = try CourierBench(.status(503), .json(200, #"{"result":{"id":"l1"}}"#))
        _ = try await bench.client.labels.print(sheet: Sheet(size: "a4"), parcels: [SheetParcel(id: "1 & 2")])
        #expect(bench.requests.count == 2)
        #expect(bench.requests[0].body == bench.requests[1].body)
        #expect(bench.requests[0].header("Idempotency-Key") == bench.requests[1].header("Idempotency-Key"))
        #expect(bench.requests[0].text.hasSuffix("=1+%26+2&source=api"))
    }

    @Test("a form that was kept goes out again, from JSON too")
    func kept() async throws {
        let bench = try CourierBench(.json(200, #"{"result":{"id":"l1"}}"#))
        let request = CourierClient.Labels.print(sheet: Sheet(size: "ä"), parcels: [SheetParcel(id: "p1")])
        let filled = try bench.client.fill(request)
        let kept = try FilledRequest(parsing: filled.serialized())
        _ = try await bench.client.resend(kept)
        #expect(bench.requests.first?.body == filled.body)
        #expect(bench.requests.first?.header("Content-Type") == "application/x-www-form-urlencoded")
    }

    @Test("the signature is that of the form's bytes")
    func signed() async throws {
        let stub = StubTransport(.status(204))
        let client = try HubClient(secret: "hub", configuration: ClientConfiguration(transport: stub))
        _ = try await client.hubs.reroute("de1", stops: ["b", "c"], window: HubWindow(from: 8))
        let request = try #require(stub.requests.first)
        #expect(request.text == "stops=b%2Cc&window.from=8")
        // printf 'stops=b%%2Cc&window.from=8' | openssl dgst -sha256 -hmac hub
        #expect(
            request.header("X-Hub-Signature")
                == "sha256=6f576325907e3f974f1dafe58b0e7e14c715f8ca0761488d0ced26f445f88363"
        )
    }

    @Test("what a form cannot say is refused with its place, and nothing is sent")
    func refused() async throws {
        let stub = StubTransport(.status(204))
        let client = try HubClient(secret: "hub", configuration: ClientConfiguration(transport: stub))
        let comma = await #expect(throws: CourierError.self) {
            try await client.hubs.reroute("de1", stops: ["b", "c,d"])
        }
        #expect(comma?.message.contains("stops[1] must not contain a comma") == true)
        let bench = try CourierBench(.status(204))
        let marks = await #expect(throws: CourierError.self) {
            try await bench.client.labels.print(
                sheet: Sheet(size: "a4"),
                parcels: [SheetParcel(id: "p1")],
                marks: ["a][b": "c"]
            )
        }
        #expect(marks?.message.contains("marks.a][b must not have [ ] in its name") == true)
        #expect(stub.requests.isEmpty && bench.requests.isEmpty)
    }

    @Test("members of the caller's own stand in the form, behind the others")
    func adding() async throws {
        let stub = StubTransport(.status(204))
        let client = try HubClient(secret: "hub", configuration: ClientConfiguration(transport: stub))
        _ = try await client.send(
            HubClient.Hubs.reroute("de1", stops: ["b"]).adding(["via": ["road": "a 7"], "n": 1.50])
        )
        #expect(stub.requests.first?.text == "stops=b&via.road=a+7&n=1.5")
    }
}
