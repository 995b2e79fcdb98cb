/// Where an operation's answer has its value.
@_spi(Generated)
public enum EnvelopeRule: Sendable {
    /// As the API has it.
    case inherited
    /// The whole body is the value.
    case none
    /// Under this key of the body's object.
    case member(StaticString)
    /// At the first of these paths where there is something.
    case paths(EnvelopePaths)
}
