/// A socket function of the test peer that failed.
public struct SocketError: Error, CustomStringConvertible {
    /// The function that failed.
    public let function: String
    /// The value of `errno` after it.
    public let code: Int32

    /// The function and its error number.
    public var description: String { "\(function): errno \(code)" }
}
