/// One file of a resource: operations that belong together.
public struct ResourceSpec: Sendable {
    /// The name: the client's property.
    public var name: Located<String> = .unread
    /// What it is for.
    public var about: Located<String>?
    /// The operations, in the author's order.
    public var operations: [Named<OperationSpec>] = []
    /// The operations that poll another one.
    public var waiters: [Named<WaiterSpec>] = []
    /// What of it is no published fact.
    public var certainty: [Certainty] = []
}
