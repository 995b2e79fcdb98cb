import HTTPTypes
import WaybillJSON
import WaybillRuntime
import WaybillTransport

/// Has a sandbox do what it does not do by itself.
struct SandboxControl {
    let url: String

    /// Lets the next request of an operation fail with a status and an error code.
    func fail(_ operation: String, status: Int, code: String) async throws {
        let fault: JSONValue = [
            "operation": .string(operation), "status": .number(JSONNumber(status)), "code": .string(code),
        ]
        _ = try await call(.post, "faults", fault)
    }

    /// Has an example of a webhook delivered, and gives the statuses of all tries.
    ///
    /// - Parameters:
    ///   - example: One of the spec's.
    ///   - address: Where to.
    ///   - more: Further members of the order, such as `times` and `tamper`.
    func deliver(_ example: String, to address: String, _ more: JSONObject = [:]) async throws -> [Int] {
        var order: JSONObject = ["example": .string(example), "url": .string(address)]
        for (key, value) in more { order[key] = value }
        let answer = try await call(.post, "webhooks", .object(order))
        guard let number = answer["deliveries"]?[0]?["delivery"] else { throw DemoError("No delivery: \(answer)") }
        for _ in 0..<200 {
            let deliveries = try await call(.get, "webhooks")["deliveries"]?.arrayValue ?? []
            guard let delivery = deliveries.first(where: { $0["delivery"] == number }) else { break }
            if delivery["state"] != "under way" {
                return delivery["tries"]?.arrayValue?.compactMap { $0["status"]?.intValue } ?? []
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw DemoError("The delivery of \(example) did not end.")
    }

    private func call(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue
    {
        let answer = try await DefaultTransport.shared.send(
            TransportRequest(
                method: method,
                url: "\(url)/_sandbox/\(path)",
                headers: [.contentType: "application/json"],
                body: body.map { Array("\($0)".utf8) }
            )
        )
        guard (200..<300).contains(answer.status) else {
            throw DemoError("The sandbox says: \(String(decoding: answer.body, as: UTF8.self))")
        }
        return (try? JSONValue(parsing: answer.body)) ?? .null
    }
}

/// Stops the example where a receiver has answered deliveries with other statuses.
func expect(_ expected: [Int], _ statuses: [Int]) throws {
    guard statuses == expected else { throw DemoError("The receiver answered \(statuses), and not \(expected).") }
}
