#if os(Linux)
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import WaybillRuntime

/// Sends requests with AsyncHTTPClient.
///
/// How far a request came is told from its body: AsyncHTTPClient asks for the body once a connection has been found and
/// the head has been written, so a request whose body was not asked for cannot have been received whole. A request
/// without a body gives no such sign: where it is cancelled, it counts as possibly received.
struct AsyncHTTPClientTransport: Transport {
    private let clients: HTTPClientPool

    init(clients: HTTPClientPool = .shared) {
        self.clients = clients
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard !Task.isCancelled else { throw TransportError(progress: .neverSent, reason: .cancelled) }
        let sending = SendingMark()
        do {
            let client = clients.client(connectTimeout: request.connectTimeout)
            let response = try await client.execute(request.prepared(marking: sending), deadline: .distantFuture)
            return try await receive(response, of: request)
        } catch let error as TransportError {
            throw error
        } catch {
            let wasSent = request.hasBody ? sending.wasTaken : nil
            throw TransportError(error, isCancelled: Task.isCancelled, wasSent: wasSent)
        }
    }

    private func receive(
        _ response: HTTPClientResponse,
        of request: TransportRequest
    ) async throws -> TransportResponse {
        let status = Int(response.status.code)
        let body = try await collect(response, status: status, of: request)
        return TransportResponse(status: status, headers: HTTPFields(response.headers), body: body)
    }

    private func collect(
        _ response: HTTPClientResponse,
        status: Int,
        of request: TransportRequest
    ) async throws -> [UInt8] {
        let limit = request.maxResponseBytes
        let tooLarge = TransportError(progress: .answered(status: status), reason: .bodyTooLarge(limit: limit))
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) }
        if let announced, announced > limit, request.method != .head { throw tooLarge }
        var body: [UInt8] = []
        body.reserveCapacity(min(announced ?? 0, Self.largestReservation, max(limit, 0)))
        for try await part in response.body {
            guard part.readableBytes <= limit - body.count else { throw tooLarge }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }

    /// An announced length is a claim: no more than this is set aside before bytes have come.
    private static let largestReservation = 1 << 20
}
#endif
