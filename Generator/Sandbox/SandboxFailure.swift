/// Why a sandbox does not listen, where the system has nothing to say.
public enum SandboxFailure: Error, Sendable, Hashable {
    /// It was started before.
    case alreadyListening
    /// It was stopped while it was being started.
    case notListening
}
