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

    /// What was wrong with members that could not be read.
    var faults: [(key: String, fault: JSONReader.Fault)] = []

    /// Makes the value for an object whose first member is still to come.
    public init() {}
}
