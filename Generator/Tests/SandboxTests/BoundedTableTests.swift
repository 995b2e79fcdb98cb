import Testing

@testable import Sandbox

@Suite struct BoundedTableTests {
    @Test("The oldest entries go first, and a new value keeps an entry's age")
    func forgets() {
        var table = BoundedTable<Int>(capacity: 20)
        for number in 0..<20 { table.set("\(number)", number) }
        table.set("1", 100)
        #expect(table["0"] == 0)
        table.set("20", 20)
        #expect(table["0"] == nil)
        #expect(table["1"] == nil)
        #expect(table["2"] == 2)
        #expect(table["20"] == 20)
    }
}
