package import SpecYAML
@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// A field of a model or body, an argument, or a parameter: a value that the caller gives or the server answers.
package struct ResolvedField: Sendable {
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    /// The keys on the wire, in order of precedence; never empty.
    package let keys: [String]
    package let type: ResolvedType
    /// What it is, with units.
    package let about: String?
    /// The value where none is given (request) or none came (answer).
    package let defaultValue: JSONValue?
    /// What the client writes where no value is given.
    package let make: TextTemplate?
    /// Whether an answer's unreadable value is an error also where it could become nil or the default.
    package let isStrict: Bool
    /// Whether the members of the value stand at the level of the model's own.
    package let isFlattened: Bool
    /// Whether null is a value of it, which clears what is kept: in Swift it is a `Change`.
    package let isNullable: Bool
    /// How a list or an object of it stands in a query.
    package let notation: FormNotation
    /// Whether the Swift argument has no label.
    package let isUnlabeled: Bool
    /// The client's option that lists the allowed values.
    package let allowedValues: String?
    /// What the value must hold to before it is sent.
    package let constraints: ValueConstraints
    /// What each element of a list must hold to before it is sent.
    package let elementConstraints: ValueConstraints
    /// What is only told, and never checked.
    package let uncheckedConstraints: ValueConstraints
    /// What of it is no published fact.
    package let certainty: [Certainty]

    /// The key under which it is written.
    package var wireName: String { keys[0] }

    /// Whether a caller must give a value.
    package var isRequired: Bool { !type.isOptional && defaultValue == nil }

    /// The default, where that is text.
    package var defaultText: String? { defaultValue?.stringValue }

    /// The keys that its value takes in the object in which it stands.
    package var wireKeys: [String] { isFlattened ? type.flattenedKeys : keys }
}
