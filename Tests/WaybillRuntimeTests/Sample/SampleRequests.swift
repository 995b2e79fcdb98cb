@_spi(Generated) import WaybillRuntime

/// The sample client's operations.
enum Sample {
    /// A POST, with a key in a header if it is keyed.
    static func send(
        _ text: String = "hello",
        resend: ResendPolicy = .keyed,
        key: String? = nil,
        keep: Duration? = nil
    ) -> APIRequest<SampleClient, SampleMessage> {
        let definition = OperationDefinition(
            id: "messages.send",
            method: .post,
            path: "/v1/messages",
            resend: resend,
            idempotencyKey: resend == .keyed
                ? IdempotencyKeyRule(header: "Idempotency-Key", make: "sample-{uuid}", maxLength: 200, keep: keep) : nil
        )
        var request = APIRequest<SampleClient, SampleMessage>(definition)
        request.setIdempotencyKey(key)
        request.setBody { writer, filling in
            writer.beginObject()
            writer.member("text", text)
            writer.member("made", filling.make("{hex32}"))
            writer.member("at", timestamp: filling.now)
            writer.endObject()
        }
        return request
    }

    /// A POST whose key lives in the body.
    static func deliver(_ id: String? = nil) -> APIRequest<SampleClient, NoContent> {
        let definition = OperationDefinition(
            id: "events.deliver",
            method: .post,
            path: ".",
            resend: .keyed,
            idempotencyKey: IdempotencyKeyRule(field: "event.event_id")
        )
        var request = APIRequest<SampleClient, NoContent>(definition)
        request.setBody { writer, filling in
            writer.beginObject()
            writer.key("event")
            writer.beginObject()
            writer.member("event_id", id ?? filling.make("evt_{hex32}"))
            writer.member("occurred_at", timestamp: filling.now)
            writer.endObject()
            writer.endObject()
        }
        return request
    }

    /// A GET of one message.
    static func fetch(_ id: String = "m1") -> APIRequest<SampleClient, SampleMessage> {
        var request = APIRequest<SampleClient, SampleMessage>(get("messages.fetch", "/v1/messages/{id}"))
        request.setPath("id", id, argument: "id")
        return request
    }

    /// The definition of a GET.
    static func get(
        _ id: String = "messages.list",
        _ path: String = "/v1/messages",
        envelope: EnvelopeRule = .inherited
    ) -> OperationDefinition {
        OperationDefinition(id: id, method: .get, path: path, resend: .safe, envelope: envelope)
    }
}
