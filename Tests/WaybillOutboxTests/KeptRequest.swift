import WaybillOutbox

/// Requests of every kind, as they were kept.
enum KeptRequest {
    static func keyed(lifetime: Duration? = nil) throws -> FilledRequest {
        try request(resend: "keyed", key: "k1", lifetime: lifetime)
    }

    static func repeatable(_ method: String = "DELETE") throws -> FilledRequest {
        try request(resend: method == "GET" ? "safe" : "documented", method: method)
    }

    static func unkeyed() throws -> FilledRequest { try request(resend: "never") }

    private static func request(
        resend: String,
        method: String = "POST",
        key: String? = nil,
        lifetime: Duration? = nil
    ) throws -> FilledRequest {
        var json: JSONObject = [
            "version": 1, "api": "sample", "operation": "messages.send", "method": .string(method),
            "resend": .string(resend), "base_url": "https://api.sample.test",
            "url": "https://api.sample.test/v1/messages", "headers": [:],
        ]
        if let key { json["idempotency_key"] = .string(key) }
        if let lifetime {
            json["idempotency_key_lifetime_ms"] = .number(JSONNumber(Int(lifetime / .milliseconds(1))))
        }
        return try FilledRequest(json: .object(json))
    }
}
