/// A token that the sandbox gave.
struct IssuedToken: Sendable {
    /// The client of the spec that asked for it.
    let client: String
    /// When it ends, in milliseconds since 1970.
    let endsAt: Int64
}
