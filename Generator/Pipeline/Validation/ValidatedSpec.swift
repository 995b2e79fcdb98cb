/// A spec in which no rule found an error; only the validator makes one.
package struct ValidatedSpec: Sendable {
    package let spec: Spec
    package let definitions: Definitions

    init(proved context: ValidationContext) {
        spec = context.spec
        definitions = context.definitions
    }
}
