import WaybillJSON

/// What a position says: how a page is asked for.
struct PagePlace: Sendable, Hashable {
    /// The number of the page, or that of the elements before it.
    var number: Int?
    /// The cursor or the URL; nil where a list of such begins.
    var mark: String?
    /// What the answer before it gave to be taken along, by parameter.
    var carried: [String: String] = [:]

    /// The position of this place in a list.
    func position(in list: String) -> PagePosition {
        var object: JSONObject = ["list": .string(list)]
        if let number { object["number"] = .number(JSONNumber(number)) }
        if let mark { object["mark"] = .string(mark) }
        if !carried.isEmpty {
            var members = JSONObject()
            for (name, value) in carried.sorted(by: { $0.key < $1.key }) { members[name] = .string(value) }
            object["carried"] = .object(members)
        }
        return PagePosition(JSONValue.object(object).description)
    }

    /// Reads a position; nil where it is none of this list, or of one whose pages are asked for in another way.
    init?(_ position: PagePosition, in list: String, by walk: PageWalk) {
        guard let value = try? JSONValue(parsing: Array(position.text.utf8)), value["list"]?.stringValue == list else {
            return nil
        }
        number = value["number"]?.intValue
        mark = value["mark"]?.stringValue
        for (name, text) in value["carried"]?.objectValue ?? [:] {
            guard let text = text.stringValue else { return nil }
            carried[name] = text
        }
        switch walk {
        case .numbers(let first), .offsets(let first):
            guard mark == nil, let number, number >= first else { return nil }
        case .cursors, .links:
            guard number == nil else { return nil }
        }
    }

    init(number: Int? = nil, mark: String? = nil, carried: [String: String] = [:]) {
        self.number = number
        self.mark = mark
        self.carried = carried
    }
}
