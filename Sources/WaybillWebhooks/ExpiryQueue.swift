/// Keys with the time at which each ends, the earliest first: a binary heap.
struct ExpiryQueue {
    struct Item {
        let key: ClaimTable.Key
        let end: Int64
    }

    private var items: [Item] = []

    var count: Int { items.count }

    var first: Item? { items.first }

    mutating func push(_ key: ClaimTable.Key, until end: Int64) {
        items.append(Item(key: key, end: end))
        moveUp(items.count - 1)
    }

    mutating func popFirst() -> Item? {
        guard let last = items.popLast() else { return nil }
        guard let first = items.first else { return last }
        items[0] = last
        moveDown(0)
        return first
    }

    mutating func removeAll(where isRemoved: (Item) -> Bool) {
        items.removeAll(where: isRemoved)
        for index in (0..<items.count / 2).reversed() { moveDown(index) }
    }

    private mutating func moveUp(_ start: Int) {
        var child = start
        while child > 0, items[child].end < items[(child - 1) / 2].end {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func moveDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
                if items[child].end < items[least].end { least = child }
            }
            if least == parent { return }
            items.swapAt(parent, least)
            parent = least
        }
    }
}
