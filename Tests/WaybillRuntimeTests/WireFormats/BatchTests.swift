import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct BatchTests {
    private func read(_ json: String) throws -> Batch<Int> {
        try JSONReader.read(Array(json.utf8)) { reader in reader.batch { $0.int() } }
    }

    @Test("One bad element does not spoil the good ones")
    func oneBad() throws {
        let batch = try read(#"[1, {"x":[1,2]}, 3, null, "4", 5]"#)
        #expect(Array(batch) == [1, 3, 5])
        #expect(batch.failures.map(\.index) == [1, 3, 4])
        #expect(batch.failures.map(\.json) == [.object(["x": [1, 2]]), .null, "4"])
        #expect(batch.failures[0].error.reason == .typeMismatch(expected: "a number", found: "an object"))
        #expect(batch.count == 3 && batch[2] == 5 && batch.last == 5)
    }

    @Test("A bad element deep inside a model is found with its path; the document goes on behind it")
    func models() throws {
        let json = #"{"rows":[{"a":{"b":1}},{"a":{"b":"x"}},{"a":{"b":3}}],"next":7}"#
        var next: Int?
        let batch = try JSONReader.read(Array(json.utf8)) { reader in
            var rows: Batch<Int>?
            reader.beginObject("Page")
            while reader.nextKey() {
                if reader.isKey("rows") {
                    rows = reader.batch { row in row.value(at: ["a", "b"]) { $0.int() } }
                } else {
                    next = reader.int()
                }
            }
            return rows
        }
        #expect(Array(batch) == [1, 3])
        #expect(batch.failures.map(\.error.path) == ["a.b"])
        #expect(next == 7)
    }

    @Test(
        "What is no array, or no JSON, is a fault of the whole",
        arguments: ["{}", "1", #""x""#, "[1,", "[1 2]", "[1,]", "[{]", "[nul]"]
    )
    func faults(json: String) {
        #expect(throws: JSONError.self) { try read(json) }
    }

    @Test("An empty list, and a batch made by hand")
    func empty() throws {
        #expect(try read("[]") == [])
        #expect(Batch([1, 2]) == [1, 2])
        #expect(Batch([1]).hashValue == Batch([1]).hashValue)
        var writer = JSONWriter()
        writer.value(try read(#"[1,"x",2]"#))
        #expect(try writer.finish() == Array(#"[1,"x",2]"#.utf8))
    }

    @Test("Values at a path, and the tag of a union wherever it stands")
    func paths() throws {
        let json = Array(#"{"data":{"x":[{}],"object":{"type":"a","n":1}},"type":"t","n":null}"#.utf8)
        let found = try JSONReader.read(json) { reader -> [String]? in
            let tags = [
                reader.peekString(at: ["type"]), reader.peekString(at: ["data", "object", "type"]),
                reader.peekString(at: ["n"]),
                reader.peekString(at: ["data"]), reader.peekString(at: ["type", "x"]),
                reader.peekString(at: ["data", "y"]),
            ]
            let start = reader.mark()
            let isThere = ["data.x", "n", "data.z", ""].map { path in
                let found = reader.presentValue(at: DottedPath(path)) { $0.value() }
                reader.restore(start)
                return found != nil
            }
            let number = reader.value(at: ["data", "object", "n"]) { $0.int() }
            return tags.map { $0 ?? "-" } + isThere.map { "\($0)" } + [number.map { "\($0)" } ?? "-"]
        }
        #expect(found == ["t", "a", "-", "-", "-", "-", "true", "false", "false", "true", "1"])
    }
}
