extension JSONReader {
    /// The kind of the value that comes next, without moving past it.
    @_spi(Generated) @inline(never)
    public mutating func peekType() -> JSONType {
        skipWhitespace()
        return JSONType(firstByte: bytes[position])
    }

    /// Whether the value that comes next is null; moves past it if so.
    @_spi(Generated) @inline(never)
    public mutating func isNull() -> Bool {
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: "n") else { return false }
        return consumeNull()
    }

    /// Moves past the literal null.
    mutating func consumeNull() -> Bool {
        guard bytes.matches("null", at: position, length: 4) else {
            failSyntax(at: position)
            return false
        }
        valueStart = position
        position &+= 4
        return true
    }

    /// What to do where another type was expected: null is no fault, everything else is.
    @inline(never)
    mutating func mismatch(_ expected: JSONType) {
        let found = JSONType(firstByte: bytes[position])
        switch found {
        case .null: _ = consumeNull()
        case .invalid: failSyntax(at: position)
        default: fail(.typeMismatch(expected: expected.word, found: found.word), at: position)
        }
    }

    /// Moves into an object and makes it the one that errors speak of.
    @_spi(Generated) @inline(never)
    public mutating func beginObject(_ model: StaticString) {
        skipWhitespace()
        self.model = model
        objectStart = position
        guard bytes[position] == UInt8(ascii: "{") else { return refuse(.object) }
        enter()
    }

    /// Moves into an array.
    @_spi(Generated) @inline(never)
    public mutating func beginArray() {
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: "[") else { return refuse(.array) }
        enter()
    }

    /// As ``mismatch(_:)``, where null is a fault too.
    private mutating func refuse(_ expected: JSONType) {
        let found = JSONType(firstByte: bytes[position])
        if found == .invalid { return failSyntax(at: position) }
        fail(.typeMismatch(expected: expected.word, found: found.word), at: position)
    }

    /// Moves past a container's first bracket.
    mutating func enter() {
        depth &+= 1
        guard depth <= maximumDepth else { return fail(.depthExceeded, at: position) }
        position &+= 1
        isAtFirst = true
    }

    /// Moves onto the value of the object's next member; false at its end or after a fault.
    @_spi(Generated) @inline(never)
    public mutating func nextKey() -> Bool { advanceToValue() }

    /// Moves onto the value of the object's next member.
    ///
    /// Most documents have no white space: a comma, a plain key and a colon are looked for where they stand then.
    @inline(__always)
    mutating func advanceToValue() -> Bool {
        let quote = isAtFirst ? position : position &+ 1
        guard bytes[quote] == UInt8(ascii: "\""), isAtFirst || bytes[position] == UInt8(ascii: ",") else {
            return advanceToValueSlowly()
        }
        let end = bytes.endOfASCIIRun(from: quote &+ 1)
        guard bytes[end] == UInt8(ascii: "\""), bytes[end &+ 1] == UInt8(ascii: ":") else {
            return advanceToValueSlowly()
        }
        isAtFirst = false
        key.start = quote &+ 1
        key.end = end
        key.isASCII = true
        key.hasEscapes = false
        position = end &+ 2
        return true
    }

    @inline(never)
    private mutating func advanceToValueSlowly() -> Bool {
        guard nextItem(closing: UInt8(ascii: "}")) else { return false }
        guard bytes[position] == UInt8(ascii: "\"") else {
            failSyntax(at: position)
            return false
        }
        readKey()
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: ":") else {
            failSyntax(at: position)
            return false
        }
        position &+= 1
        return true
    }

    /// Moves onto the array's next element; false at its end or after a fault.
    @_spi(Generated) @inline(never)
    public mutating func nextElement() -> Bool {
        let start = isAtFirst ? position : position &+ 1
        let first = bytes[start]
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "\""), isAtFirst || bytes[position] == UInt8(ascii: ",")
        {
            isAtFirst = false
            position = start
            return true
        }
        return anyNextElement()
    }

    @inline(never)
    private mutating func anyNextElement() -> Bool {
        guard nextItem(closing: UInt8(ascii: "]")) else { return false }
        guard JSONType(firstByte: bytes[position]) != .invalid else {
            failSyntax(at: position)
            return false
        }
        return true
    }

    /// Moves past the comma that is due, or past the closing bracket: then false.
    @inline(__always)
    private mutating func nextItem(closing: UInt8) -> Bool {
        skipWhitespace()
        let byte = bytes[position]
        if byte == closing {
            isAtFirst = false
            depth &-= 1
            position &+= 1
            return false
        }
        if isAtFirst {
            isAtFirst = false
            return true
        }
        guard byte == UInt8(ascii: ",") else {
            failSyntax(at: position)
            return false
        }
        position &+= 1
        skipWhitespace()
        return true
    }

    /// Moves past the value that comes next, checking it as if it were read.
    @_spi(Generated) @inline(never)
    public mutating func skip() {
        skipped.removeAll(keepingCapacity: true)
        repeat {
            skipScalarOrEnter()
            while let isObject = skipped.last, !(isObject ? nextKey() : nextElement()) {
                skipped.removeLast()
            }
        } while !skipped.isEmpty && fault == nil
    }

    private mutating func skipScalarOrEnter() {
        let type = peekType()
        guard type.isContainer else { return skipScalar(type) }
        skipped.append(type == .object)
        enter()
    }

    /// Moves past a value of a type that is no container, checking it as if it were read.
    mutating func skipScalar(_ type: JSONType) {
        switch type {
        case .string: skipString()
        case .number: _ = scanNumber()
        case .bool: _ = bool()
        case .null: _ = consumeNull()
        case .array, .object, .invalid: failSyntax(at: position)
        }
    }
}
