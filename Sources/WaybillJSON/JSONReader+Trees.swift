extension JSONReader {
    /// Reads any value; null is ``JSONValue/null``, and nil comes only after recording a fault.
    ///
    /// Open containers are kept in an array and not on the stack: a document's depth costs no stack.
    @_spi(Generated) @inline(never)
    public mutating func value() -> JSONValue? {
        var open: [JSONTreeNode] = []
        while fault == nil {
            let type = peekType()
            if type == .object || type == .array {
                enter()
                open.append(JSONTreeNode(isObject: type == .object))
            } else {
                guard let value = scalar(type) else { return nil }
                if open.isEmpty { return value }
                append(value, to: &open)
            }
            if let root = closeFinished(&open) { return root }
        }
        return nil
    }

    /// Moves onto the next value that is due, closing the containers that end before it; returns the root at its end.
    private mutating func closeFinished(_ open: inout [JSONTreeNode]) -> JSONValue? {
        while let last = open.indices.last {
            if open[last].isObject {
                if nextKey() {
                    open[last].key = currentKey()
                    return nil
                }
            } else if nextElement() {
                return nil
            }
            guard fault == nil else { return nil }
            let value = open.removeLast().value
            if open.isEmpty { return value }
            append(value, to: &open)
        }
        return nil
    }

    private mutating func append(_ value: JSONValue, to open: inout [JSONTreeNode]) {
        guard let last = open.indices.last, !open[last].append(value) else { return }
        if refusesDuplicateKeys {
            fail(.duplicateKey(open[last].key), at: position)
        } else if duplicatePaths != nil {
            duplicatePaths?.append(JSONPath(steps: open.dropLast().map(\.nextStep) + [open[last].lastStep]).text)
        }
    }

    private mutating func scalar(_ type: JSONType) -> JSONValue? {
        switch type {
        case .null: return consumeNull() ? .null : nil
        case .bool: return bool().map { .bool($0) }
        case .number: return number().map { .number($0) }
        case .string: return string().map { .string($0) }
        case .array, .object, .invalid:
            failSyntax(at: position)
            return nil
        }
    }

    /// Reads an object; nil for null, and for another type after recording a fault.
    @_spi(Generated) @inline(never)
    public mutating func object() -> JSONObject? {
        guard peekType() == .object else {
            mismatch(.object)
            return nil
        }
        return value()?.objectValue
    }

    /// Reads the current member's value, whatever it is, and keeps it under its key.
    @_spi(Generated) @inline(never)
    public mutating func keep(in extra: inout JSONObject) {
        let key = currentKey()
        if let value = value() { extra.set(key, value) }
    }
}
