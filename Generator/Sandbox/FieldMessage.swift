/// What is wrong with one field of a request.
struct FieldMessage: Sendable, Hashable {
    /// Where it stands: `recipients[2].mobile_no`.
    var path: String
    /// What is wrong, without the path: `must not be blank`.
    var text: String
}
