// Written by hand, since what Swift would make calls itself once for each level, and could run out of stack.

extension JSONValue: Hashable {
    /// What is still to be compared.
    private typealias Pairs = [(JSONValue, JSONValue)]

    /// Whether both are the same: numbers by their exact value, objects in whatever order.
    ///
    /// It needs no stack, however deep the values are.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        var inner: Pairs = []
        guard isEqual(left, right, &inner) else { return false }
        while let (left, right) = inner.popLast() {
            guard isEqual(left, right, &inner) else { return false }
        }
        return true
    }

    /// Feeds the value to a hasher; what lies inside its elements counts by its kind and size only.
    public func hash(into hasher: inout Hasher) {
        hashOutside(into: &hasher)
        switch self {
        case .array(let elements): for element in elements { element.hashOutside(into: &hasher) }
        case .object(let object): object.hash(into: &hasher)
        default: break
        }
    }

    /// Feeds a value of one piece, or the kind and size of another.
    func hashOutside(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let elements): hasher.combine(elements.count)
        case .object(let object): hasher.combine(~object.count)
        }
    }

    /// Whether two values are equal but for the arrays and objects inside them, which are left to be compared.
    private static func isEqual(_ left: JSONValue, _ right: JSONValue, _ inner: inout Pairs) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { isEqualOrDeep($0, $1, &inner) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key].map { isEqualOrDeep(value, $0, &inner) } ?? false }
        default: return false
        }
    }

    private static func isEqualOrDeep(_ left: JSONValue, _ right: JSONValue, _ inner: inout Pairs) -> Bool {
        switch left {
        case .array, .object:
            inner.append((left, right))
            return true
        default: return isEqual(left, right, &inner)
        }
    }
}
