#if canImport(FoundationEssentials)
public import struct FoundationEssentials.URL
#else
public import struct Foundation.URL
#endif

/// Answers that are bytes, taken while they come, so that they need not fit into memory.
///
/// - The body's size is bounded as that of any answer: by ``CallOptions/maxResponseBytes``, the operation's own limit, or the client's.
/// - The limit of an attempt holds until the answer's head, and then for each piece anew; that of the call holds for all of it.
///   Time in which nobody takes a piece does not count as the server's.
/// - A call is retried as any other: never once a 2xx has come, and so never after a piece was handed on.
/// - An error of the server is read and thrown as ever.
/// - ``ResponseMetadata/body`` is empty.
///
/// A transport that cannot stream (``Transport/canStream``) holds the body in memory, within the same bound.
extension APIClient {
    /// The answer's body in pieces.
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of this client's resources.
    ///   - options: Limits and headers for this call alone.
    public func chunks(
        of request: APIRequest<Self, [UInt8]>,
        options: CallOptions = CallOptions()
    ) -> AnswerChunks<Self> {
        AnswerChunks(core: core, request: request, options: options)
    }

    /// Writes the answer's body to a file.
    ///
    /// ```swift
    /// try await client.download(ExampleClient.Files.content("f1"), to: url)
    /// ```
    ///
    /// While it comes it stands beside the file, under its name with `.partial` at the end. It gets its name when it is whole, and replaces
    /// a file that has it; where the call fails it is removed. Only a program that is killed leaves it behind.
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of this client's resources.
    ///   - file: Where to write it, in a folder that is there.
    ///   - options: Limits and headers for this call alone.
    /// - Returns: The number of bytes.
    /// - Throws: The client's own error, sorted into its cases; `invalidArgument`, with nothing sent, where the file cannot be made.
    public func download(
        _ request: APIRequest<Self, [UInt8]>,
        to file: URL,
        options: CallOptions = CallOptions()
    ) async throws(Failure) -> APIResponse<Int> {
        do {
            let answer = try await core.download(request, to: file.path, options)
            return APIResponse(value: answer.value ?? 0, http: answer.http)
        } catch {
            throw Failure(error)
        }
    }

    /// Writes the answer's body to a file, unless the service says that the version which the request names is still the one.
    ///
    /// As ``download(_:to:options:)`` of an operation that always answers; where nothing has changed, a file that is there stays.
    /// - Returns: The number of bytes, or that nothing has changed.
    /// - Throws: The client's own error, sorted into its cases.
    public func download(
        _ request: APIRequest<Self, Revalidated<[UInt8]>>,
        to file: URL,
        options: CallOptions = CallOptions()
    ) async throws(Failure) -> APIResponse<Revalidated<Int>> {
        do {
            let answer = try await core.download(request, to: file.path, options)
            return APIResponse(value: answer.value.map { .modified($0) } ?? .notModified, http: answer.http)
        } catch {
            throw Failure(error)
        }
    }
}

extension ClientCore {
    /// The number of bytes, or nil for the status 304.
    fileprivate func download<Client, Value>(
        _ request: APIRequest<Client, Value>,
        to path: String,
        _ options: CallOptions
    ) async throws(FailureReport) -> APIResponse<Int?> {
        let prepared = try fill(request.draft, options)
        let partial: PartialFile
        do throws(FileFault) {
            partial = try PartialFile(for: path, clock.random)
        } catch {
            let violation = ArgumentViolation(argument: "file", reason: "cannot be written: \(error)")
            throw invalid(InvalidArguments(violations: [violation]), request.operation)
        }
        do throws(FailureReport) {
            let sink: AnswerSink = { try partial.append($0) }
            return try await perform(prepared, options, into: sink) { http throws(FailureReport) in
                if http.status == 304 {
                    partial.discard()
                    return nil
                }
                do throws(FileFault) {
                    try partial.finish()
                } catch {
                    throw unkept(error, http)
                }
                return partial.count
            }
        } catch {
            partial.discard()
            throw error
        }
    }

    /// The report of an answer that came whole, and could not be kept.
    private func unkept(_ fault: FileFault, _ http: ResponseMetadata) -> FailureReport {
        let head = TransportResponse(status: http.status, headers: http.headers)
        let error = TransportError(progress: .answered(head), reason: .other, detail: "\(fault)")
        return FailureReport(
            kind: .transport(error),
            api: definition.api,
            operation: http.request.operation,
            message: error.description,
            http: http,
            request: http.request,
            attempts: http.attempts,
            delivery: .accepted
        )
    }
}
