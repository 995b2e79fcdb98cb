public import WaybillJSON

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

    /// Checks a request and fixes its body and its idempotency key, and sends nothing.
    ///
    /// What comes of it can be kept, over a restart of the program too. ``resend(_:allowsDuplicate:options:)`` sends it,
    /// and `send(request.resending(filled))` for a typed answer.
    /// - Throws: The client's own error, as `invalidArgument`, where the request's arguments are refused.
    public func fill<Value>(_ request: APIRequest<Self, Value>) throws(Failure) -> FilledRequest {
        do {
            return try core.fill(request)
        } catch {
            throw Failure(error)
        }
    }

    /// Sends a filled request: the same bytes to the same URL under the same idempotency key, signed anew.
    ///
    /// It is retried as the operation is. The answer's value is the whole body as JSON, with its envelope; it is null
    /// where the body is empty. A request of another API, or one that was filled for another URL than this client's, is
    /// refused, and nothing is sent.
    ///
    /// An error's `delivery` speaks of this call alone: `.notSent` does not say that an earlier one has not arrived.
    ///
    /// - Parameters:
    ///   - filled: The request, from ``fill(_:)``, from an answer or error, or kept as JSON.
    ///   - allowsDuplicate: Whether to send what is not ``FilledRequest/isRetrySafe``. Nothing tells whether it has
    ///     arrived before; if it has, the work is done twice.
    ///   - options: Limits and headers for this call alone.
    /// - Throws: The client's own error, sorted into its cases; `invalidArgument` where the request is refused.
    public func resend(
        _ filled: FilledRequest,
        allowsDuplicate: Bool = false,
        options: CallOptions = CallOptions()
    ) async throws(Failure) -> APIResponse<JSONValue> {
        do {
            return try await core.resend(filled, allowsDuplicate: allowsDuplicate, options: options)
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
