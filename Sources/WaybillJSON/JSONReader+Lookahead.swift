extension JSONReader {
    /// A place to come back to.
    @_spi(Generated) public struct Mark {
        fileprivate let position: Int
        fileprivate let depth: Int
        fileprivate let isAtFirst: Bool
        fileprivate let keyStart: Int
        fileprivate let keyEnd: Int
        fileprivate let isKeyASCII: Bool
        fileprivate let isKeyEscaped: Bool
        fileprivate let objectStart: Int
        fileprivate let model: StaticString?
        let unreadCount: Int
        fileprivate let droppedElements: Int
        @usableFromInline let hadFault: Bool
    }

    /// The present position, to be passed to `restore(_:)` later.
    @_spi(Generated) @inline(never)
    public mutating func mark() -> Mark {
        Mark(
            position: position,
            depth: depth,
            isAtFirst: isAtFirst,
            keyStart: key.start,
            keyEnd: key.end,
            isKeyASCII: key.isASCII,
            isKeyEscaped: key.hasEscapes,
            objectStart: objectStart,
            model: model,
            unreadCount: unread.count,
            droppedElements: droppedElements,
            hadFault: hasFailed
        )
    }

    /// Goes back to a place, and forgets a fault that was recorded since.
    ///
    /// A fault of syntax comes up again as soon as the value is read or skipped, which it must be.
    @_spi(Generated) @inline(never)
    public mutating func restore(_ mark: Mark) {
        position = mark.position
        depth = mark.depth
        isAtFirst = mark.isAtFirst
        key.start = mark.keyStart
        key.end = mark.keyEnd
        key.isASCII = mark.isKeyASCII
        key.hasEscapes = mark.isKeyEscaped
        objectStart = mark.objectStart
        model = mark.model
        restoreKey()
        guard !mark.hadFault, fault != nil else { return }
        fault = nil
        // What was noted on the way to a fault says nothing more than the fault.
        forgetNotes(after: mark.unreadCount)
        droppedElements = mark.droppedElements
    }

    /// Whether the object that comes next has a member, without moving; for unions told apart by the key present.
    @_spi(Generated) @inline(never)
    public mutating func hasMember(_ key: StaticString) -> Bool {
        let mark = mark()
        let isThere = seek(key)
        restore(mark)
        return isThere
    }

    /// Whether the object that comes next has a member with something other than null, without moving.
    ///
    /// Of two the last counts, as everywhere.
    @_spi(Generated) @inline(never)
    public mutating func hasValue(_ key: StaticString) -> Bool {
        let mark = mark()
        var isThere = false
        var isFound = seek(key)
        while isFound {
            isThere = !isNull()
            if isThere { skip() }
            isFound = seekNext(key)
        }
        restore(mark)
        return isThere
    }

    /// The string under a key of the object that comes next, without moving; the tag of a union, wherever it stands.
    ///
    /// Nil when there is none, or no string. Of two the last counts, as everywhere.
    @_spi(Generated) @inline(never)
    public mutating func peekString(_ key: StaticString) -> String? {
        let mark = mark()
        var text: String?
        var isThere = seek(key)
        while isThere {
            let isString = peekType() == .string
            if isString { text = string() } else { skip() }
            if !isString { text = nil }
            isThere = seekNext(key)
        }
        restore(mark)
        return text
    }

    /// Moves to the value of a member of the object that comes next.
    private mutating func seek(_ key: StaticString) -> Bool {
        guard peekType() == .object else { return false }
        enter()
        return seekNext(key)
    }

    private mutating func seekNext(_ key: StaticString) -> Bool {
        while nextKey() {
            if isKey(key) { return true }
            skip()
        }
        return false
    }
}
