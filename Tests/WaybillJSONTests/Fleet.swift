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
        var members = JSONMembers(["data", "rates", "weight"])
        reader.beginObject("Fleet")
        while let place = reader.nextKey(&members, keepingIn: &extra) {
            switch place {
            case 0: data = reader.model()
            case 1: rates = reader.map { $0.int() }
            case 2: weight = reader.double()
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
            var members = JSONMembers(["carriers"])
            reader.beginObject("Data")
            while let place = reader.nextKey(&members, keepingIn: &extra) {
                switch place {
                case 0: carriers = reader.list { $0.model() }
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
