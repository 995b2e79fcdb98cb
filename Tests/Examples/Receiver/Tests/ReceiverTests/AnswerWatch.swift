import Hummingbird

/// Tells when an answer has been written to its end.
struct AnswerWatch: RouterMiddleware {
    typealias Context = BasicRequestContext

    let story: Story

    func handle(
        _ request: Request,
        context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let body = response.body
        let status = response.status.code
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(WatchedWriter(writer: writer, status: status, story: story))
        }
        return response
    }

    private struct WatchedWriter: ResponseBodyWriter {
        var writer: any ResponseBodyWriter
        let status: Int
        let story: Story

        mutating func write(_ buffer: ByteBuffer) async throws {
            try await writer.write(buffer)
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
            let (status, story) = (status, story)
            // Time for a worker that was woken too early to give itself away.
            for _ in 0..<2_000 { await Task.yield() }
            try await writer.finish(trailingHeaders)
            story.tell("answered \(status)")
        }
    }
}
