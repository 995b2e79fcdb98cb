@_spi(Generated) import WaybillJSON

/// A model with a nested model, a dictionary, and a number that may be not finite.
struct Fleet: JSONModel {
    var data: Data
    var rates: [String: Int]?
    var weight: Double?
    var extra = JSONObject()

    init?(from reader: inout JSONReader) {
        var data: Data?
        var rates: [String: Int]?
        var weight: Double?
        var extra = JSONObject()
        var members = JSONMembers()
        reader.beginObject("Fleet")
        while reader.nextKey(&members, keepingIn: &extra) {
            switch reader.keyLength {
            case 4 where reader.isKey("data"): data = reader.model()
            case 5 where reader.isKey("rates"): rates = reader.map { $0.int() }
            case 6 where reader.isKey("weight"): weight = reader.double()
            default: reader.keep(in: &extra)
            }
        }
        if data == nil { reader.missing("data", members) }
        guard !reader.hasFailed, let data else { return nil }
        self.data = data
        self.rates = rates
        self.weight = weight
        self.extra = extra
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("data", data)
        writer.member("rates", rates)
        writer.member("weight", weight)
        writer.endObject(extra)
    }

    struct Data: JSONModel {
        var carriers: [Carrier]
        var extra = JSONObject()

        init?(from reader: inout JSONReader) {
            var carriers: [Carrier]?
            var extra = JSONObject()
            var members = JSONMembers()
            reader.beginObject("Data")
            while reader.nextKey(&members, keepingIn: &extra) {
                switch reader.keyLength {
                case 8 where reader.isKey("carriers"): carriers = reader.list { $0.model() }
                default: reader.keep(in: &extra)
                }
            }
            if carriers == nil { reader.missing("carriers", members) }
            guard !reader.hasFailed, let carriers else { return nil }
            self.carriers = carriers
            self.extra = extra
        }

        func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("carriers", carriers)
            writer.endObject(extra)
        }
    }
}
