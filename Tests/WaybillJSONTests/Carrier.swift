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
        var members = JSONMembers()
        reader.beginObject("Carrier")
        while reader.nextKey(&members, keepingIn: &extra) {
            switch reader.keyLength {
            case 4 where reader.isKey("name"): name = reader.string()
            case 7 where reader.isKey("country"): country = reader.word()
            case 7 where reader.isKey("sent_at"): sentAt = reader.int()
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
