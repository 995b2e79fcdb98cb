import SimpleConnect
import Walinko
import WaybillMetrics
import WaybillTracing

/// Uses the clients as a stranger's program does, over a transport of its own.
@main
struct Consumer {
    static func main() async throws {
        var checks = Checks()
        try await sendsAndReads(&checks)
        try await switchesOverErrors(&checks)
        try await catchesAcrossClients(&checks)
        try await deliversAnEvent(&checks)
        try buildsRequestsAsValues(&checks)
        try await keepsARequest(&checks)
        switchesOverUnions(&checks)
        try await Conversations.run(&checks)
        try await ReceivedWebhooks.run(&checks)
        try await TransportPromises.run(&checks)
        print("\(checks.passed) passed, \(checks.failed) failed")
        if checks.failed > 0 {
            throw ConsumerFailure()
        }
    }

    struct ConsumerFailure: Error {}

    static func walinko(_ transport: CannedTransport) throws -> WalinkoClient {
        try WalinkoClient(
            apiKey: "walk_live_consumer.secret",
            configuration: ClientConfiguration(
                retry: .never,
                transport: transport,
                observers: [MetricsObserver(), TracingObserver()]
            )
        )
    }

    static func sendsAndReads(_ checks: inout Checks) async throws {
        let transport = CannedTransport([
            (200, #"{"success":true,"data":{"tracking_id":"tx_1","status":"sent","device_id":1,"novelty":[1]}}"#)
        ])
        let sent = try await walinko(transport).messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi"]
        )
        checks.expect(sent.trackingID == "tx_1", "the model's properties are the answer's")
        checks.expect(sent.isSent && sent.status == .sent, "predicates and words")
        checks.expect(sent.http.status == 200 && sent.http.attempts == 1, "metadata beside the value")
        checks.expect(sent.extra["novelty"] == [1], "members that nobody knows are kept")
        checks.expect(sent.value.json["novelty"] == [1], "and are in the whole object")
        checks.expect(transport.requests.count == 1, "one request")
    }

    static func switchesOverErrors(_ checks: inout Checks) async throws {
        let client = try walinko(
            CannedTransport([
                (
                    422,
                    #"{"message":"Validation failed","error_code":"validation_error","details":{"fields":{"phone":["bad"]}}}"#
                )
            ])
        )
        var seen = ""
        do throws(WalinkoError) {
            _ = try await client.messages.send(deviceID: 1, templateID: 2, phone: "+8801617738431")
        } catch {
            switch error {
            case .validation(let failure):
                seen = failure.details?.fields["phone"]?.first ?? ""
                checks.expect(failure.code == .validationError, "the code is a word of an open set")
                checks.expect(error.delivery == .rejected, "the server said no")
            case .rateLimited(let failure):
                seen = "\(String(describing: failure.retryAfter))"
            case .invalidArgument, .transport, .timeout, .cancelled, .undecodable:
                seen = error.message
            default:
                seen = "something new"
            }
        }
        checks.expect(seen == "bad", "typed details of the failure")
    }

    static func catchesAcrossClients(_ checks: inout Checks) async throws {
        let walinko = try walinko(CannedTransport([(500, "oops")]))
        let messages = try SimpleConnectMessagesClient(
            baseURL: "https://app.simplewaconnect.com",
            apiKey: "sk_live_consumer",
            configuration: ClientConfiguration(retry: .never, transport: CannedTransport([]))
        )
        var certainties: [DeliveryCertainty] = []
        for turn in 0..<2 {
            do {
                if turn == 0 {
                    _ = try await walinko.messages.fetch("tx_1")
                } else {
                    _ = try await messages.messages.detail("msg_1")
                }
            } catch let error as any APIError {
                certainties.append(error.delivery)
                checks.expect(!error.message.isEmpty, "every error has a message")
            }
        }
        checks.expect(certainties == [.unknown, .notSent], "one catch for several libraries")
    }

    static func deliversAnEvent(_ checks: inout Checks) async throws {
        let transport = CannedTransport([(200, #"{"event_id":"pp_42","duplicate":true,"log_id":42}"#)])
        let integration = try SimpleConnectClient(
            endpoint: "https://app.simplewaconnect.com/api/v1/integrations/purepani/events",
            keyID: "wa_sec_consumer",
            secret: "whsec_consumer",
            eventKeys: ["customer_payment_received"],
            configuration: ClientConfiguration(transport: transport)
        )
        let receipt = try await integration.events.deliver(
            "customer_payment_received",
            recipient: .init(mobileNo: "+919812345678"),
            event: .init(eventID: "pp_42", fields: ["payment_amount": "450.00"])
        )
        checks.expect(receipt.isDuplicate, "a duplicate is told")
        let body = transport.requests.first?.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        checks.expect(body.contains(#""payment_amount":"450.00""#), "free fields stand beside the fixed ones")
        var allowed = ""
        do throws(SimpleConnectError) {
            _ = try await integration.events.deliver("tpyo", recipient: .init(mobileNo: "+919812345678"))
        } catch {
            if case .invalidArgument(let failure) = error { allowed = failure.message }
        }
        checks.expect(allowed.contains("customer_payment_received"), "a refused key's error lists the allowed ones")
        checks.expect(transport.requests.count == 1, "nothing is sent for a refused argument")
    }

    static func buildsRequestsAsValues(_ checks: inout Checks) throws {
        let request = WalinkoClient.Messages.send(deviceID: 1, templateID: 2, phone: "+8801617738431")
        let curl = try walinko(CannedTransport([])).curl(request)
        checks.expect(curl.hasPrefix("curl"), "a request shows as a curl command")
        checks.expect(!curl.contains("consumer.secret"), "with its secrets masked")
    }

    static func keepsARequest(_ checks: inout Checks) async throws {
        let transport = CannedTransport([(200, #"{"success":true,"data":{"tracking_id":"tx_1","status":"sent"}}"#)])
        let client = try walinko(transport)
        let filled = try client.fill(WalinkoClient.Messages.send(deviceID: 1, templateID: 2, phone: "+8801617738431"))
        checks.expect(transport.requests.isEmpty, "filling sends nothing")
        let kept = try FilledRequest(parsing: filled.serialized())
        checks.expect(kept == filled && kept.isRetrySafe, "a kept request is the same value")
        let answer = try await client.resend(kept)
        checks.expect(answer.value["data"]?["tracking_id"] == "tx_1", "and is sent without its arguments")
        checks.expect(transport.requests.first?.body == filled.body, "with its very bytes")
    }

    static func switchesOverUnions(_ checks: inout Checks) {
        let header = TemplateHeader.image(.init(link: "https://example.com/a.png"))
        let kind =
            switch header {
            case .text: "text"
            case .image(let media): media.link
            case .video, .document, .audio, .location: "other"
            case .unrecognized: "unrecognized"
            @unknown default: "new"
            }
        checks.expect(kind == "https://example.com/a.png", "a union is switched over")
        let positional: TemplateParameters = ["John", "ORDER-101"]
        checks.expect(positional == .positional(["John", "ORDER-101"]), "a literal is a union's case")
    }
}
