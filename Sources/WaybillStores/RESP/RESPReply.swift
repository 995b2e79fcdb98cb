/// What Redis or Valkey replies to a command.
public enum RESPReply: Sendable, Hashable {
    /// Nothing: a null.
    case null
    /// A text, simple or bulk.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A list.
    case array([RESPReply])
}
