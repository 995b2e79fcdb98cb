/// An array or object whose end has not been reached yet, while a tree is being read without recursion.
struct JSONTreeNode {
    let isObject: Bool
    /// The key of the member that comes next.
    var key = ""
    private var elements: [JSONValue] = []
    private var members = JSONObject()

    init(isObject: Bool) {
        self.isObject = isObject
    }

    /// Takes in the next member or element; false when the key was there already.
    mutating func append(_ value: JSONValue) -> Bool {
        if isObject { return !members.set(key, value) }
        elements.append(value)
        return true
    }

    var value: JSONValue { isObject ? .object(members) : .array(elements) }

    /// The step from this container to the value that was appended last.
    var lastStep: JSONPath.Step { isObject ? .key(key) : .index(elements.count - 1) }

    /// The step from this container to the value that comes next.
    var nextStep: JSONPath.Step { isObject ? .key(key) : .index(elements.count) }
}
