@_spi(Generated) import WaybillJSON

/// A model in the shape of generated code: a required field and optional ones.
struct Carrier: JSONModel {
    var name: String
    var country: Country?
    var sentAt: Int?
    var extra: JSONObject

    init(name: String, country: Country? = nil, sentAt: Int? = nil, extra: JSONObject = [:]) {
        self.name = name
        self.country = country
        self.sentAt = sentAt
        self.extra = extra
    }

    init?(from reader: inout JSONReader) {
        var name: String?
        var country: Country?
        var sentAt: Int?
        var extra = JSONObject()
        var members = JSONMembers(["name", "country", "sent_at"])
        reader.beginObject("Carrier")
        while let place = reader.nextKey(&members, keepingIn: &extra) {
            switch place {
            case 0: name = reader.string()
            case 1: country = reader.word()
            case 2: sentAt = reader.int()
            default: reader.keep(in: &extra)
            }
        }
        if name == nil { reader.missing("name", members) }
        guard !reader.hasFailed, let name else { return nil }
        self.init(name: name, country: country, sentAt: sentAt, extra: extra)
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("country", country)
        writer.member("sent_at", sentAt)
        writer.endObject(extra)
    }
}
