/// A dictionary that forgets its oldest entries, so that a sandbox under load does not grow for ever.
struct BoundedTable<Value: Sendable>: Sendable {
    private var entries: [String: Value] = [:]
    private var order: [String] = []
    private let capacity: Int

    init(capacity: Int = 100_000) {
        self.capacity = capacity
    }

    subscript(key: String) -> Value? {
        entries[key]
    }

    mutating func remove(_ key: String) {
        guard entries.removeValue(forKey: key) != nil else { return }
        order.removeAll { $0 == key }
    }

    /// Sets an entry; one that takes another's place keeps its age.
    mutating func set(_ key: String, _ value: Value) {
        if entries.updateValue(value, forKey: key) == nil { order.append(key) }
        guard entries.count > capacity else { return }
        // A tenth at once, since taking from the front of an array moves all that follows.
        let surplus = max(1, capacity / 10)
        for key in order.prefix(surplus) { entries[key] = nil }
        order.removeFirst(min(surplus, order.count))
    }
}
