import Walinko

/// A program's day with Walinko: send, enqueue and wait, meet the rate limit, be refused.
struct WalinkoDemo {
    let url: String
    let dashboard: Dashboard

    func run() async throws {
        print("\nWalinko: WhatsApp messages through a device of your own")
        let walinko = try client(apiKey: "walk_live_sandbox.secret")
        try await send(with: walinko)
        try await enqueue(with: walinko)
        try await meetTheRateLimit(with: walinko)
        try await beRefused(by: walinko)
        try await useAWrongKey()
    }

    private func client(apiKey: String) throws -> WalinkoClient {
        try WalinkoClient(apiKey: apiKey, configuration: ClientConfiguration(baseURL: url, observers: [dashboard]))
    }

    private func send(with walinko: WalinkoClient) async throws {
        let sent = try await walinko.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi", "dist": "Dhaka"]
        )
        let state = sent.status?.rawValue ?? "in an unknown state"
        tell("Sent \(sent.trackingID): \(state); the support would ask for \(sent.http.requestID ?? "nothing").")
        tell("\(sent.http.rateLimit?.remaining ?? 0) of \(sent.http.rateLimit?.limit ?? 0) requests are left.")

        let again = try await walinko.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi", "dist": "Dhaka"],
            idempotencyKey: sent.http.request.idempotencyKey
        )
        guard again.trackingID == sent.trackingID, again.http.isReplayed else {
            throw DemoError("The same idempotency key sent a second message.")
        }
        tell("Sent again under the same idempotency key: the first answer came back, nothing went out twice.")
    }

    private func enqueue(with walinko: WalinkoClient) async throws {
        let job = try await walinko.messages.enqueue(deviceID: 1, templateID: 12, phone: "+8801617738431")
        tell("Queued \(job.trackingID): \(job.isQueued ? "it waits in the queue" : "it does not wait").")
        let done = try await walinko.messages.waitUntilDone(
            job.trackingID,
            timeout: .seconds(10),
            interval: .milliseconds(100)
        )
        guard done.isSent else { throw DemoError("The queued message ended as \(done.status).") }
        tell("Waited until it was done: \(done.status).")
    }

    private func meetTheRateLimit(with walinko: WalinkoClient) async throws {
        for _ in 0..<12 {
            let sent = try await walinko.messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431")
            if sent.http.attempts > 1 {
                tell(
                    "Met the rate limit (429), waited as the server asked, and sent it with attempt \(sent.http.attempts)."
                )
                return
            }
        }
        throw DemoError("The rate limit was never met.")
    }

    private func beRefused(by walinko: WalinkoClient) async throws {
        var refusal: String?
        do throws(WalinkoError) {
            _ = try await walinko.messages.send(deviceID: 1, templateID: 12, phone: "no number")
        } catch {
            refusal = error.message
        }
        guard let refusal else { throw DemoError("A phone number without digits was accepted.") }
        tell("Refused before anything was sent: \(refusal)")
    }

    private func useAWrongKey() async throws {
        let stranger = try client(apiKey: "walk_live_wrong.secret")
        var refusal: String?
        do throws(WalinkoError) {
            _ = try await stranger.messages.fetch("tx_767fd2faca0f4037b2a2bbcb91e5735f")
        } catch {
            switch error {
            case .authentication(let failure):
                refusal = "\(failure.message) (\(failure.code?.rawValue ?? "no code"))"
            default:
                throw DemoError("A wrong key gave: \(error)")
            }
        }
        guard let refusal else { throw DemoError("A wrong key was accepted.") }
        tell("A wrong key: \(refusal)")
    }
}
