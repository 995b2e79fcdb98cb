import Pipeline
import WaybillJSON

/// The sandbox's own routes, below `/_sandbox`: help, faults, deliveries, the list of requests, a fresh start.
struct ControlRoutes {
    /// The header that asks for a fault in one request.
    static let faultHeader = "X-Sandbox-Fault"

    let api: SandboxAPI
    let moment: SandboxMoment

    /// Answers a request for one of these routes; nil where the API is meant.
    func answer(_ request: SandboxRequest, _ state: inout SandboxState) -> SandboxAnswer? {
        guard request.path == "/_sandbox" || request.path.hasPrefix("/_sandbox/") else { return nil }
        switch (request.method, request.path) {
        case ("GET", "/_sandbox"), ("GET", "/_sandbox/"):
            return SandboxAnswer(status: 200, text: HelpPage(api: api).text)
        case ("GET", "/_sandbox/requests"): return list("requests", state.requests.map(\.json))
        case ("GET", "/_sandbox/faults"): return list("faults", state.faults.map(\.json))
        case ("POST", "/_sandbox/faults"): return queue(request, &state)
        case ("DELETE", "/_sandbox/faults"):
            state.faults = []
            return SandboxAnswer(status: 204)
        case ("DELETE", "/_sandbox/tokens"):
            state.tokens = BoundedTable()
            return SandboxAnswer(status: 204)
        case ("GET", "/_sandbox/webhooks"): return WebhookRoutes(sources: api.webhooks).list(state)
        case ("POST", "/_sandbox/webhooks"): return deliver(request, &state)
        case ("POST", "/_sandbox/reset"):
            state = SandboxState()
            return SandboxAnswer(status: 204)
        default: return problem(404, "the sandbox has no such route; see GET /_sandbox")
        }
    }

    private func list(_ key: String, _ elements: [JSONValue]) -> SandboxAnswer {
        SandboxAnswer(status: 200, json: .object([key: .array(elements)]))
    }

    private func problem(_ status: Int, _ text: String) -> SandboxAnswer {
        SandboxAnswer(status: status, json: .object(["message": .string(text)]))
    }

    /// Takes one fault, or a list of them.
    private func queue(_ request: SandboxRequest, _ state: inout SandboxState) -> SandboxAnswer {
        let notation = FaultNotation(
            codes: api.spec.errors.codes.words.map(\.name),
            operations: api.table.routes.map(\.id)
        )
        do {
            let json = try Self.parse(request)
            var faults: [SandboxFault] = []
            for element in json.arrayValue ?? [json] { faults.append(try notation.read(element)) }
            state.faults += faults
            return SandboxAnswer(status: 201, json: ["queued": .number(JSONNumber(state.faults.count))])
        } catch let error as FaultNotation.Problem {
            return problem(400, error.text)
        } catch {
            return problem(400, "the body is not JSON: \(error)")
        }
    }

    private func deliver(_ request: SandboxRequest, _ state: inout SandboxState) -> SandboxAnswer {
        do {
            let json = try Self.parse(request)
            return SandboxAnswer(
                status: 202,
                json: try WebhookRoutes(sources: api.webhooks).take(json, &state, at: moment)
            )
        } catch let error as WebhookProblem {
            return problem(400, error.description)
        } catch {
            return problem(400, "the body is not JSON: \(error)")
        }
    }

    private static func parse(_ request: SandboxRequest) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: request.body, options: .init(duplicateKeys: .refuse))
    }
}
