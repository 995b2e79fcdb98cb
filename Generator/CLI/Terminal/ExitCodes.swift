import ArgumentParser

/// What the tool's exit codes mean; scripts rely on them.
extension ExitCode {
    /// The generated files are not what the specs say.
    static let stale = ExitCode(1)
    /// A delivery is not signed as it should be, or was not answered as it should be.
    static let refused = ExitCode(1)
    /// A spec has errors, or a file or folder cannot be read or written.
    static let specError = ExitCode(2)
    /// The arguments are wrong.
    static let usage = ExitCode(2)
}
