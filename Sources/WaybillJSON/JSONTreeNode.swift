/// An array or object whose end has not been reached yet, while a tree is being read without recursion.
struct JSONTreeNode {
    let isObject: Bool
    /// The key of the member that has begun.
    private(set) var key = ""
    private var mark: UInt64 = 0
    private var elements: [JSONValue] = []
    private var contents = JSONObjectContents()

    /// Begins a container.
    /// - Parameter parent: The container that it lies in.
    init(isObject: Bool, in parent: JSONTreeNode?) {
        self.isObject = isObject
        // Most elements of an array have as many members as the one before them.
        guard isObject, case .object(let sibling)? = parent?.elements.last else { return }
        contents.reserveCapacity(min(sibling.count, Self.largestReservation))
    }

    /// Elements may be of any size and number: what is set aside for each is bounded.
    private static let largestReservation = 256

    /// Takes the key of a member whose value comes later.
    mutating func begin(_ key: String, mark: UInt64) {
        self.key = key
        self.mark = mark
    }

    /// Takes in the member that has begun, or the next element; false when the key was there already.
    mutating func append(_ value: JSONValue) -> Bool { append(value, key, mark: mark) }

    /// Takes in the next member or element; false when the key was there already.
    mutating func append(_ value: JSONValue, _ key: String, mark: UInt64) -> Bool {
        if isObject { return !contents.set(key, value, mark: mark) }
        elements.append(value)
        return true
    }

    /// The container with what has been taken in.
    var value: JSONValue { isObject ? .object(JSONObject(contents)) : .array(elements) }

    /// The step from this container to the value that was appended last.
    var lastStep: JSONPath.Step { isObject ? .key(key) : .index(elements.count - 1) }

    /// The step from this container to the value that comes next.
    var nextStep: JSONPath.Step { isObject ? .key(key) : .index(elements.count) }
}
