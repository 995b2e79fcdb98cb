/// A client of one API: what binds requests and errors to it.
///
/// Generated clients conform.
public protocol APIClient: Sendable {
    /// What the client's calls throw.
    associatedtype Failure: APIError
}
