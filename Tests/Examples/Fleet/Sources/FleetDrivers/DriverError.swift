/// What a server or its library said.
public struct DriverError: Error, Sendable, CustomStringConvertible {
    /// In its words.
    public let description: String
}
