/// An address that the user gives when making a client.
public struct URLSpec: Sendable {
    /// The initialiser's argument.
    public var argument: Located<String>
    /// What it is.
    public var about: Located<String>?
    /// How it must end, `/events` for instance.
    public var suffix: Located<String>?
    /// An example of it.
    public var example: Located<String>

    /// Makes an address from its argument's name and an example.
    public init(argument: Located<String>, example: Located<String>) {
        self.argument = argument
        self.example = example
    }
}
