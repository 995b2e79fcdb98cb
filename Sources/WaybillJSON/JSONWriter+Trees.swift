extension JSONWriter {
    /// A container whose end has not been written yet.
    private enum Open {
        case array(ArraySlice<JSONValue>)
        case object(Slice<JSONObject>)
    }

    /// Writes a value of any depth; open containers are kept in an array and not on the stack.
    mutating func tree(_ value: JSONValue) {
        var open: [Open] = []
        begin(value, &open)
        while let last = open.popLast() {
            switch last {
            case .array(let rest): continueArray(rest, &open)
            case .object(let rest): continueObject(rest, &open)
            }
        }
    }

    private mutating func begin(_ value: JSONValue, _ open: inout [Open]) {
        switch value {
        case .null: null()
        case .bool(let value): self.value(value)
        case .number(let number): raw(number.text)
        case .string(let text): self.value(text)
        case .array(let elements):
            beginArray()
            open.append(.array(elements[...]))
        case .object(let object):
            beginObject()
            open.append(.object(object[...]))
        }
    }

    private mutating func continueArray(_ elements: ArraySlice<JSONValue>, _ open: inout [Open]) {
        guard let element = elements.first else { return endArray() }
        open.append(.array(elements.dropFirst()))
        begin(element, &open)
    }

    private mutating func continueObject(_ members: Slice<JSONObject>, _ open: inout [Open]) {
        guard let member = members.first else { return endObject() }
        open.append(.object(members.dropFirst()))
        key(member.key)
        begin(member.value, &open)
    }
}
