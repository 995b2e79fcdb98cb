/// A client of one API: what binds requests and errors to it.
///
/// Generated clients conform.
public protocol APIClient: Sendable {
    /// What the client's calls throw.
    associatedtype Failure: APIError

    /// What the client is made of: its configuration, credentials and connections.
    var core: ClientCore { get }
}

extension APIClient {
    /// Sends a request that was built beforehand.
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of this client's resources.
    ///   - options: Limits and headers for this call alone.
    /// - Throws: The client's own error, sorted into its cases.
    public func send<Value>(
        _ request: APIRequest<Self, Value>,
        options: CallOptions = CallOptions()
    ) async throws(Failure) -> APIResponse<Value> {
        do {
            return try await core.send(request, options: options)
        } catch {
            throw Failure(error)
        }
    }

    /// Shows a request as a `curl` command, with every secret masked.
    ///
    /// - Throws: The client's own error, as `invalidArgument`, where the request's arguments are refused.
    public func curl<Value>(_ request: APIRequest<Self, Value>) throws(Failure) -> String {
        do {
            return try core.curl(request)
        } catch {
            throw Failure(error)
        }
    }
}
