/// What the rules look at: the spec as it is written, and what its names stand for.
package struct ValidationContext: Sendable {
    package let spec: Spec
    /// Its definitions; those of a spec with errors may lead nowhere.
    package let definitions: Definitions
    /// All its fields with their places, in the author's order.
    let fields: [FieldPlace]

    /// Looks up the names of a spec, once for all rules.
    package init(_ spec: Spec) {
        self.spec = spec
        definitions = Definitions(spec)
        fields = FieldPlace.all(of: spec)
    }
}
