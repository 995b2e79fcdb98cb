import HTTPTypes
import WaybillRuntime

extension WebhookReceiver {
    /// Verifies a request; its events as an inbox keeps them.
    func messages(_ body: some Collection<UInt8>, _ headers: HTTPFields) throws(WebhookError) -> [InboxMessage] {
        let payload = try verifier.verify(body: body, headers: headers)
        let document = verifier.document(payload.body)
        guard let elements = elements(of: document) else {
            return [message(of: payload, headers, id: id(of: payload, headers, document), nil)]
        }
        return elements.enumerated().map { position, element in
            let id = id(of: payload, headers, document, element, at: position)
            return message(of: payload, headers, id: id, element)
        }
    }

    private func message(
        of payload: VerifiedPayload,
        _ headers: HTTPFields,
        id: String,
        _ element: WebhookBatchPath.Element?
    ) -> InboxMessage {
        let types = verifier.typeHeader.map { headers[values: $0] } ?? []
        return InboxMessage(
            webhook: verifier.definition.name,
            key: key(id),
            content: element?.json.serialized() ?? payload.body,
            details: InboxDetails(payload, id: id, types: types, element: element).text
        )
    }

    /// Reads an event that was verified when it was kept.
    func delivery(of message: InboxMessage) throws(InboxMessageError) -> WebhookDelivery<Event> {
        guard message.webhook == verifier.definition.name else { throw .otherWebhook(message.webhook) }
        guard let details = InboxDetails(parsing: message.details) else { throw .damaged(key: message.key) }
        var headers = HTTPFields()
        if let name = verifier.typeHeader {
            for type in details.types { headers.append(HTTPField(name: name, value: type)) }
        }
        let document = verifier.document(message.content)
        let element =
            details.isElement
            ? WebhookBatchPath.Element(json: document.json ?? .null, fault: details.fault) : nil
        return delivery(
            of: details.payload(message.content),
            id: details.id,
            key: message.key,
            WebhookEventType(verifier.typeHeader, in: headers),
            document,
            element
        )
    }
}

extension WebhookReceiver {
    /// Keeps the events of a request in an inbox, and tells what to answer.
    nonisolated(nonsending) func accept(
        _ body: some Collection<UInt8>,
        _ headers: HTTPFields,
        into inbox: any WebhookInbox
    ) async throws -> Int {
        let definition = verifier.definition
        let messages: [InboxMessage]
        do throws(WebhookError) {
            messages = try self.messages(body, headers)
        } catch {
            DeliveryObservation(by: verifier)?.ended(error)
            return definition.acknowledgement.status(for: error)
        }
        let observations = messages.map { (DeliveryObservation(by: verifier), $0) }
        do {
            let isNew = try await inbox.add(messages, keepFor: definition.keepFor)
            for ((observation, message), isNew) in zip(observations, isNew) {
                observation?.ended(
                    isNew ? .kept : .duplicate,
                    status: definition.acknowledgement.status,
                    try? delivery(of: message)
                )
            }
        } catch {
            for (observation, message) in observations { observation?.ended(.failed, try? delivery(of: message)) }
            throw error
        }
        return definition.acknowledgement.status
    }
}
