/// What a server or its library said.
public struct DriverError: Error, Sendable, CustomStringConvertible {
    public let description: String
}
