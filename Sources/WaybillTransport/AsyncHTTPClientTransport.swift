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
            return try await collect(response, of: request)
        } catch let error as TransportError {
            throw error
        } catch {
            let wasSent = request.hasBody ? sending.wasTaken : nil
            throw TransportError(error, isCancelled: Task.isCancelled, wasSent: wasSent)
        }
    }

    /// Reads the body; whatever ends it too soon, what was read until then is in the error.
    private func collect(
        _ response: HTTPClientResponse,
        of request: TransportRequest
    ) async throws(TransportError) -> TransportResponse {
        let limit = request.maxResponseBytes
        var answer = TransportResponse(status: Int(response.status.code), headers: HTTPFields(response.headers))
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if announced > limit, request.method != .head { throw Self.tooLarge(answer, limit) }
        answer.body.reserveCapacity(min(announced, Self.largestReservation, max(limit, 0)))
        do {
            for try await part in response.body {
                guard part.readableBytes <= limit - answer.body.count else { throw Self.tooLarge(answer, limit) }
                answer.body.append(contentsOf: part.readableBytesView)
            }
            return answer
        } catch let error as TransportError {
            throw error
        } catch {
            throw TransportError(error, isCancelled: Task.isCancelled, after: answer)
        }
    }

    private static func tooLarge(_ answer: TransportResponse, _ limit: Int) -> TransportError {
        TransportError(progress: .answered(answer), reason: .bodyTooLarge(limit: limit))
    }

    /// An announced length is a claim: no more than this is set aside before bytes have come.
    private static let largestReservation = 1 << 20
}
#endif
