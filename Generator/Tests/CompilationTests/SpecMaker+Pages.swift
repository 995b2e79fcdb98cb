extension SpecMaker {
    /// An operation whose answers are pages, in any of the ways in which they follow each other.
    mutating func makePages(_ path: String) -> SpecNode {
        let element = chance.one(of: models)
        let (type, items, page, query) = (name(.type), name(.wire), name(.wire), name(.wire))
        let (mark, more) = (name(.wire), name(.wire))
        let list: SpecNode = ["type": .text("list<\(element.text)>\(chance.once(in: 2) ? "?" : "")")]
        define("models", type, ["fields": [items: list, mark: ["type": "string?"], more: ["type": "bool?"]]])
        let isRoot = chance.once(in: 3)
        var pages = pageCourse(page, query, mark: isRoot ? nil : mark)
        if !isRoot { pages["items"] = .text(items) }
        if !isRoot, chance.once(in: 2) { pages["hasMore"] = .text(more) }
        if pages["cursor"] != nil || pages["link"] != nil, chance.once(in: 2) { pages["emptyEnds"] = true }
        let parameters: SpecNode = [page: ["type": "int?"], query: ["type": "string?"]]
        let response: SpecNode = isRoot ? [element.json] : [items: [element.json]]
        return [
            "http": .text("GET /\(path)"), "query": parameters,
            "returns": .text(isRoot ? "list<\(element.text)>" : type), "pages": pages,
            "examples": [name(.wire): ["arguments": [:], "status": 200, "response": .json(response)]],
        ]
    }

    /// - Parameters:
    ///   - number: The parameter that can count.
    ///   - text: The parameter that can name a page.
    ///   - mark: The member of the answer that can say where the next page is; nil: there is none.
    private mutating func pageCourse(_ number: String, _ text: String, mark: String?) -> SpecNode {
        let isInBody = mark != nil && chance.once(in: 2)
        switch chance.upTo(3) {
        case 0: return ["page": .text(number)]
        case 1: return ["offset": .text(number)]
        case 2:
            var cursor: SpecNode = ["parameter": .text(text)]
            if let mark, isInBody { cursor["at"] = .text(mark) } else { cursor["header"] = "X-Next" }
            return ["cursor": cursor]
        default:
            if let mark, isInBody { return ["link": ["at": .text(mark)]] }
            return ["link": ["rel": "next", "hosts": ["files.example.com"]]]
        }
    }
}
