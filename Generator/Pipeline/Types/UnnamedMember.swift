/// A member of an answer that no field of its model names.
struct UnnamedMember: Sendable {
    let key: String
    let model: ResolvedModel
}
