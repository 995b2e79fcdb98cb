extension JSONReader {
    /// Reads any value; null is ``JSONValue/null``, and nil comes only after recording a fault.
    ///
    /// Open containers are kept in an array and not on the stack: a document's depth costs no stack.
    @_spi(Generated) @inline(never)
    public mutating func value() -> JSONValue? {
        let type = peekType()
        guard type.isContainer else { return scalar(type) }
        enter()
        var open = [JSONTreeNode(isObject: type == .object, in: nil)]
        while fault == nil, let last = open.indices.last {
            switch fill(&open[last]) {
            case .fault: return nil
            case .repeatedKey: noteRepetition(open)
            case .container(let type):
                enter()
                open.append(JSONTreeNode(isObject: type == .object, in: open[last]))
            case .end:
                let value = open.removeLast().value
                if open.isEmpty { return value }
                if !open[last - 1].append(value) { noteRepetition(open) }
            }
        }
        return nil
    }

    /// Why a container is not read on.
    private enum Halt {
        case end
        case container(JSONType)
        case repeatedKey
        case fault
    }

    /// Reads members or elements up to the container's end, or up to one that is a container itself.
    private mutating func fill(_ node: inout JSONTreeNode) -> Halt {
        while node.isObject ? nextKey() : nextElement() {
            let (key, mark) = node.isObject ? (currentKey(), keyMark) : ("", 0)
            let type = peekType()
            if type.isContainer {
                node.begin(key, mark: mark)
                return .container(type)
            }
            guard let value = scalar(type) else { return .fault }
            guard node.append(value, key, mark: mark) else {
                node.begin(key, mark: mark)
                return .repeatedKey
            }
        }
        return fault == nil ? .end : .fault
    }

    /// Tells of a key that was there already, which was taken up last.
    private mutating func noteRepetition(_ open: [JSONTreeNode]) {
        guard let last = open.last else { return }
        if refusesDuplicateKeys {
            fail(.duplicateKey(last.key), at: position)
        } else if duplicatePaths != nil {
            duplicatePaths?.append(JSONPath(steps: open.dropLast().map(\.nextStep) + [last.lastStep]).text)
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
