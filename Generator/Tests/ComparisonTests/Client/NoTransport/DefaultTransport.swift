public import WaybillRuntime

/// In the place of the transport: every client of a test is given its own.
public enum DefaultTransport {
    /// There is none.
    public static var shared: any Transport { preconditionFailure("a test gives its clients a transport") }
}
