import Pipeline

/// What `GET /_sandbox` answers: what this sandbox serves, and how it is made to fail.
struct HelpPage {
    let api: SandboxAPI

    var text: String {
        let spec = api.spec
        var lines = ["\(spec.name) sandbox: it behaves as the spec describes the API, on 127.0.0.1 only.", ""]
        lines += ["Operations"]
        for route in api.table.routes {
            lines.append("  \(route.operation.method) \(route.pattern)  (\(route.id), \(route.client.name))")
        }
        lines += ["", "Credentials"]
        for client in spec.clients { lines += credentials(client) }
        for route in api.tokenRoutes {
            let seconds = route.lifetime(api.tokenLifetime) / 1000
            lines.append("  \(route.client.name) token: POST \(route.pattern), good for \(seconds) s")
        }
        let rates =
            api.rates.map { "  \(words($0))" }
            + api.pacedRoutes.flatMap { route in
                route.operation.rates.map { "  \(words(SandboxRate($0))), for \(route.id) alone" }
            }
        if !rates.isEmpty { lines += ["", "Rate"] + rates }
        lines += webhooks
        return lines.joined(separator: "\n") + "\n" + Self.control
    }

    private func words(_ rate: SandboxRate) -> String {
        "\(rate.limit) requests in \(rate.window) ms and credential"
    }

    private func credentials(_ client: ResolvedClient) -> [String] {
        let credentials = api.credentials.of(client)
        let shown = client.allCredentials.filter { $0.defaultValue == nil || !credentials[$0.name].isEmpty }
        return shown.map { credential in
            "  \(client.name) \(credential.name): \(credentials.shown(credential.name))"
        }
    }

    private var webhooks: [String] {
        guard !api.webhooks.isEmpty else { return [] }
        return ["", "Webhooks"]
            + api.webhooks.flatMap { source in
                let webhook = source.webhook
                return [
                    "  \(webhook.name) to \(source.address?.text ?? "the url that a delivery names")",
                    "    \(webhook.hasPublicKey ? "public key" : "secret"): \(source.shownSecret ?? "(as it was given when the sandbox was started)")",
                    "    examples: \(webhook.examples.map(\.name).joined(separator: ", "))",
                ] + (source.shownToken.map { ["    token of its challenges: \($0)"] } ?? [])
            }
    }

    private static let control = """

        Control
          GET    /_sandbox            this page
          GET    /_sandbox/requests   the last requests: method, path, operation, status, uses of the idempotency key
          POST   /_sandbox/faults     let the next requests fail: an object, or a list of them
          GET    /_sandbox/faults     the faults that still wait
          DELETE /_sandbox/faults     forget them
          DELETE /_sandbox/tokens     end all tokens: the next request with one of them is refused
          POST   /_sandbox/webhooks   send signed deliveries: an object, or a list of them
          GET    /_sandbox/webhooks   what can be delivered, and what has become of deliveries
          POST   /_sandbox/reset      forget everything: records, keys, rates, faults, requests, deliveries

        Deliveries
          {"webhook": "Name", "example": "name", "url": "http://127.0.0.1:9000/hooks", "times": 2, "tamper": "body"}
          challenge   in place of "example": a text, with which the service asks whether its receiver is there
          webhook     may be left out where there is one only
          url         may be left out where the sandbox was started with --webhook Name=URL
          times       copies of the same bytes under the same id; 1 if nothing is said
          tamper      "body" or "signature": must be refused, and is not sent again
          id          the event's id, in place of the example's

          What is answered with no acknowledging status is sent again, a few times.

        Faults
          {"status": 503, "times": 2, "retryAfter": 1, "operation": "resource.operation"}
          status      200 to 599: the operation's example of that status, else a body with a code of that status
          code        an error code of the API, in place of the status or beside it
          times       how many requests it hits; 1 if nothing is said
          retryAfter  the Retry-After header: seconds, or any text
          delay       holds the answer back: "200ms", "2s"
          fault       "reset" (the connection is reset), "close" (closed without an answer), "truncate" (half a body)
          loses       what reset and close lose: "answer" (the work is done; the default) or "request" (nothing is done)
          operation   the operation that is to fail; any if nothing is said

          A fault waits for the next request that is allowed: neither 401 nor 429 uses one up.
          One request asks for its own fault with the header X-Sandbox-Fault: status=503; retryAfter=1
          or delay=200ms, or reset.

        """
}
