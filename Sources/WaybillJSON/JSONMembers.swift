/// The members of one object while they are being read, and which of them could not be.
///
/// A local value of each model's initialiser in generated code; see ``JSONReader/nextKey(_:keepingIn:)``.
@_spi(Generated)
public struct JSONMembers {
    /// Where the current member's value begins; below zero before the first member.
    var position = -1
    var depth = 0
    var droppedElements = 0
    var unreadCount = 0
    /// Where the key's text begins, which is read once more where it is needed.
    var keyStart = 0

    /// The keys that the model knows.
    let keys: [StaticString]
    /// The place of the key that comes next where a service writes the members in the spec's order, as most do.
    var expected = 0

    /// What was wrong with members that could not be read.
    var faults: [(key: String, fault: JSONReader.Fault)] = []

    /// Makes the value for an object whose first member is still to come.
    /// - Parameter keys: The keys that the model knows, in the order in which they are expected.
    public init(_ keys: [StaticString]) { self.keys = keys }

    /// Remembers where the value begins that the reader stands at.
    @inline(__always)
    mutating func begin(_ reader: borrowing JSONReader) {
        position = reader.position
        depth = reader.depth
        unreadCount = reader.unread.count
        keyStart = reader.key.start
    }
}
