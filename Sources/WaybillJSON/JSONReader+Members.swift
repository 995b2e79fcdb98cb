/// Reading goes on where a value is not what its model has there: an odd member costs itself and nothing beside it.
@_spi(Generated)
extension JSONReader {
    /// Moves onto the value of the object's next member, and tells the place of its key among the model's, which is below zero for an
    /// unknown one; nil at the object's end or after a fault.
    ///
    /// A member before it that could not be read is no fault: it goes into the unknown members as it came, and is noted.
    /// So does a list or a map of which a part was left out, beside what could be read of it. A document that is not JSON
    /// still is a fault.
    @inline(never)
    public mutating func nextKey(_ members: inout JSONMembers, keepingIn extra: inout JSONObject) -> Int? {
        let place = members.expected
        guard fault == nil, droppedElements == members.droppedElements, place < members.keys.count,
            advance(past: members.keys[place])
        else { return anyNextKey(&members, keepingIn: &extra) }
        members.expected = place &+ 1
        members.begin(self)
        return place
    }

    /// As ``nextKey(_:keepingIn:)``, for whatever comes next.
    @inline(never)
    private mutating func anyNextKey(_ members: inout JSONMembers, keepingIn extra: inout JSONObject) -> Int? {
        if members.position >= 0, fault != nil || droppedElements != members.droppedElements {
            guard keepMember(&members, in: &extra) else { return nil }
        }
        guard advanceToValue() else { return nil }
        let place = place(among: members.keys, from: members.expected)
        if let place { members.expected = place &+ 1 }
        members.droppedElements = droppedElements
        members.begin(self)
        return place ?? -1
    }

    /// Records that a member which the model cannot do without is absent, null or unreadable.
    ///
    /// To be asked after the object's last member.
    @inline(never)
    public mutating func missing(_ key: StaticString, _ members: JSONMembers) {
        requireReadable(key, members)
        if fault == nil { missing(key) }
    }

    /// Records a fault where a member which must be readable was there and could not be read.
    @inline(never)
    public mutating func requireReadable(_ key: StaticString, _ members: JSONMembers) {
        guard let unreadable = members.faults.last(where: { $0.key == "\(key)" }) else { return }
        fault = unreadable.fault
        position = bytes.count
    }

    /// Goes back to a place, and notes the fault that was recorded since, if there was one.
    @inline(never)
    public mutating func giveUp(since start: Mark) {
        let unreadable = start.hadFault ? nil : fault
        restore(start)
        if let unreadable { note(unreadable) }
    }

    /// Moves past a member that stands beside the one that tells a union's shape, and notes it, since a shape has no
    /// place for it; null is nothing to note.
    @inline(never)
    public mutating func skipBesideShape() {
        if isNull() { return }
        let start = position
        skip()
        guard fault == nil else { return }
        note(Fault(offset: start, reason: .invalidValue(expected: "a part of its union"), member: nil, model: nil))
    }

    /// Takes the value that begins at a place as it came, since it could not be read as one of a union's shapes.
    @inline(never)
    public mutating func unrecognized(since start: Mark) -> JSONValue? {
        // It is kept as a whole, with what was noted on the way.
        forgetNotes(after: start.unreadCount)
        giveUp(since: start)
        return value()
    }

    /// Goes back to a member's value, and keeps it as it came; false where it is not JSON.
    @inline(never)
    private mutating func keepMember(_ members: inout JSONMembers, in extra: inout JSONObject) -> Bool {
        let unreadable = fault
        if let unreadable, !unreadable.reason.isOfModel { return false }
        fault = nil
        position = members.keyStart &- 1
        readKey()
        position = members.position
        depth = members.depth
        isAtFirst = false
        droppedElements = members.droppedElements
        let name = currentKey()
        keep(in: &extra)
        guard fault == nil else { return false }
        guard let unreadable else { return true }
        // What was noted inside a value that is kept as a whole says nothing more.
        forgetNotes(after: members.unreadCount)
        note(unreadable)
        members.faults.append((name, unreadable))
        return true
    }
}

extension JSONReader {
    /// The most places that are noted: a hostile document must not make a long list, nor a long search for paths.
    private static var mostNoted: Int { 32 }

    /// Notes a part that could not be read.
    mutating func note(_ fault: Fault) {
        guard unread.count < Self.mostNoted else { return }
        let error = error(fault)
        let member = UnreadMember(path: error.path, reason: error.reason.description)
        // What made an element or a nested object unreadable may have been noted inside it.
        if !unread.contains(member) { unread.append(member) }
    }

    /// Takes back what was noted since there were so many notes.
    mutating func forgetNotes(after count: Int) {
        if unread.count > count { unread.removeLast(unread.count - count) }
    }

    /// Moves past an element that could not be read or is null, and notes it; false where it is not JSON.
    @usableFromInline @inline(never)
    mutating func dropElement(at start: Int, depth: Int) -> Bool {
        if fault == nil { failOnNull() }
        guard let unreadable = fault, unreadable.reason.isOfModel else { return false }
        fault = nil
        position = start
        self.depth = depth
        isAtFirst = false
        skip()
        guard fault == nil else { return false }
        droppedElements += 1
        note(unreadable)
        return true
    }
}
