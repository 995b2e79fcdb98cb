@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A model as a generator writes it.
struct SampleMessage: JSONModel {
    var id: String
    var status: String?
    var sentAt: Date?
    var extra = JSONObject()

    init(id: String, status: String? = nil, sentAt: Date? = nil) {
        self.id = id
        self.status = status
        self.sentAt = sentAt
    }

    init?(from reader: inout JSONReader) {
        var id: String?
        var extra = JSONObject()
        var members = JSONMembers(["id", "status", "sent_at"])
        reader.beginObject("SampleMessage")
        while let place = reader.nextKey(&members, keepingIn: &extra) {
            switch place {
            case 0: id = reader.identifier()
            case 1: status = reader.string()
            case 2: sentAt = reader.timestamp()
            default: reader.keep(in: &extra)
            }
        }
        if id == nil { reader.missing("id", members) }
        guard !reader.hasFailed, let id else { return nil }
        self.id = id
        self.extra = extra
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("status", status)
        writer.member("sent_at", timestamp: sentAt)
        writer.endObject(extra)
    }
}

/// Typed details of an error.
struct SampleDetails: JSONModel {
    var wait: Int?

    init?(from reader: inout JSONReader) {
        reader.beginObject("SampleDetails")
        while reader.nextKey() {
            if reader.isKey("wait") { wait = reader.int() } else { reader.skip() }
        }
        guard !reader.hasFailed else { return nil }
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("wait", wait)
        writer.endObject()
    }
}

/// A request model with constraints of its own.
struct SampleRecipient: ArgumentCheckable {
    var phone: String

    func check(_ arguments: inout ArgumentChecker, at path: String) {
        arguments.check("\(path).phone", phone, matches: #"^\+?\d{8,15}$"#)
    }
}
