import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What came beside an event of an inbox: `InboxMessage.details`, read.
struct InboxDetails {
    let id: String
    /// The values of the header field that names the event's type.
    let types: [String]
    let signature: String
    let fingerprint: String
    /// When the request was signed, in seconds since 1970.
    let timestamp: Int64?
    let signedID: String?
    let matchedSecret: Int
    /// Whether the content is one of several events of a body.
    let isElement: Bool
    /// Why there is no event in such a body.
    let fault: UnreadMember?

    init(_ payload: VerifiedPayload, id: String, types: [String], element: WebhookBatchPath.Element?) {
        self.id = id
        self.types = types
        signature = payload.signature
        fingerprint = payload.fingerprint
        timestamp = payload.timestamp.map { Int64($0.timeIntervalSince1970) }
        signedID = payload.id
        matchedSecret = payload.matchedSecret
        isElement = element != nil
        fault = element?.fault
    }

    /// Nil for what is no such text.
    init?(parsing text: String) {
        guard let json = try? JSONValue(parsing: text), let id = json["id"]?.stringValue,
            let signature = json["signature"]?.stringValue, let fingerprint = json["fingerprint"]?.stringValue,
            let matchedSecret = json["matchedSecret"]?.intValue
        else { return nil }
        self.id = id
        self.signature = signature
        self.fingerprint = fingerprint
        self.matchedSecret = matchedSecret
        types = json["types"]?.arrayValue?.compactMap(\.stringValue) ?? []
        timestamp = json["timestamp"]?.intValue.map { Int64($0) }
        signedID = json["signedID"]?.stringValue
        isElement = json["isElement"]?.boolValue ?? false
        fault = json["fault"].flatMap { fault in
            guard let path = fault["path"]?.stringValue, let reason = fault["reason"]?.stringValue else { return nil }
            return UnreadMember(path: path, reason: reason)
        }
    }

    var text: String {
        var json: JSONObject = [
            "id": .string(id), "signature": .string(signature), "fingerprint": .string(fingerprint),
            "matchedSecret": .number(JSONNumber(matchedSecret)),
        ]
        if !types.isEmpty { json["types"] = .array(types.map { .string($0) }) }
        if let timestamp { json["timestamp"] = .number(JSONNumber(Int(timestamp))) }
        if let signedID { json["signedID"] = .string(signedID) }
        if isElement { json["isElement"] = true }
        if let fault { json["fault"] = ["path": .string(fault.path), "reason": .string(fault.reason)] }
        return String(decoding: JSONValue.object(json).serialized(), as: UTF8.self)
    }

    /// The body as it was verified.
    func payload(_ content: [UInt8]) -> VerifiedPayload {
        VerifiedPayload(
            body: content,
            signature: signature,
            timestamp: timestamp.map { Date(timeIntervalSince1970: Double($0)) },
            id: signedID,
            matchedSecret: matchedSecret,
            fingerprint: fingerprint
        )
    }
}
