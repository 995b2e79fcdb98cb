/// The members of one object while they are being read, and which of them could not be.
///
/// A local value of each model's initialiser in generated code; see ``JSONReader/nextKey(_:keepingIn:)``.
@_spi(Generated)
public struct JSONMembers {
    /// What has to be known to go back to the current member's value.
    struct Place {
        let position: Int
        let depth: Int
        let key: JSONKeySpan
        let unreadCount: Int
        let droppedElements: Int
    }

    /// The member that is being read; nil before the first.
    var current: Place?

    /// What was wrong with members that could not be read.
    var faults: [(key: String, fault: JSONReader.Fault)] = []

    /// Makes the value for an object whose first member is still to come.
    public init() {}
}
