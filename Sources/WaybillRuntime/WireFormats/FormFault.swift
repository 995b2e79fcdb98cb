/// Why a value cannot be written as a form.
@_spi(Generated)
public struct FormFault: Error, Hashable {
    /// The place of what cannot be written: `items[2].name`.
    public let path: String
    /// What it must be, in the words of an argument's violation.
    public let reason: String
}
