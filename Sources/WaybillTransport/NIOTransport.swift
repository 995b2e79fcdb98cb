#if os(Linux)
import WaybillRuntime

/// Sends requests over connections of its own, HTTP/1.1 with or without TLS.
///
/// A connection is made for one request, and kept for others that may use it. No request waits for another's
/// connection, so that what befalls one connection is one request's failure.
///
/// How far a request came is known: until its connection stands, and has taken it, no byte of it is written.
struct NIOTransport: StoppableTransport {
    /// Bodies and answers go through in pieces.
    let canStream = true

    private let settings: ConnectionSettings
    let pool = ConnectionPool()
    let turns: CallTurns

    init(settings: ConnectionSettings = ConnectionSettings()) {
        self.settings = settings
        turns = CallTurns(limit: settings.callLimit)
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try await send(request, stop: RequestStop())
    }

    func send(_ request: TransportRequest, stop: RequestStop) async throws(TransportError) -> TransportResponse {
        guard !stop.isStopped else { throw TransportError(progress: .neverSent, reason: .cancelled) }
        guard let url = RequestURL(request.url) else {
            throw TransportError(progress: .neverSent, reason: .other, detail: "no http or https URL")
        }
        guard await turns.begin(url.endpoint, stop) else {
            throw TransportError(progress: .neverSent, reason: .cancelled)
        }
        defer { turns.end(url.endpoint) }
        let end = await exchange(request, to: url, stop)
        // Whatever a request fails with that was cancelled or stopped, it is that what ended it.
        switch end {
        case .answered(let response, _): return response
        case .failed(let error) where stop.isStopped:
            throw TransportError(progress: error.progress, reason: .cancelled)
        case .failed(let error): throw error
        case .unusable:
            throw TransportError(progress: .neverSent, reason: stop.isStopped ? .cancelled : .closed)
        }
    }

    /// Sends a request on an idle connection where one still takes it and will do, else on a new one.
    private func exchange(_ request: TransportRequest, to url: RequestURL, _ stop: RequestStop) async -> ExchangeEnd {
        while !request.wantsFreshConnection, !stop.isStopped, let connection = pool.take(url.endpoint) {
            let end = await exchange(request, to: url, on: connection, stop)
            if case .unusable = end { continue }
            return end
        }
        let limit = request.connectTimeout ?? settings.connectLimit
        switch await ConnectionAttempt(to: url.endpoint, limit: limit, settings: settings).run(stop) {
        case .failure(let error): return .failed(error)
        case .success(let connection):
            pool.watch(connection)
            return await exchange(request, to: url, on: connection, stop)
        }
    }

    private func exchange(
        _ request: TransportRequest,
        to url: RequestURL,
        on connection: HTTPConnection,
        _ stop: RequestStop
    ) async -> ExchangeEnd {
        let end = await connection.exchange(request, to: url, stop)
        // Where every request wants a connection of its own, those that they leave behind would pile up.
        if case .answered(_, isReusable: true) = end { pool.keep(connection, isSpare: request.wantsFreshConnection) }
        return end
    }
}
#endif
