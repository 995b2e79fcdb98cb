/// A transport that ends a request when it is told to, without a task of its own for each.
///
/// The runtime waits for it to the end, and not for a second at most as for any other: it has to return from a stop promptly.
package protocol StoppableTransport: Transport {
    /// Sends one request, and ends it with the reason `.cancelled` when it is stopped, or with the answer if that is complete.
    func send(_ request: TransportRequest, stop: RequestStop) async throws(TransportError) -> TransportResponse
}
