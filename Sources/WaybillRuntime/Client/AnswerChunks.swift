import Synchronization

/// The body of an answer in pieces, as they come.
///
/// ```swift
/// for try await chunk in client.chunks(of: ExampleClient.Files.content("f1")) { hash.update(data: chunk) }
/// ```
///
/// Nothing is sent before the first piece is asked for; each `for` loop makes a call of its own. No more is read from the server
/// than has been taken, but for a few pieces. Whoever stops early, or is cancelled, ends the call.
///
/// An answer that breaks off ends the sequence with an error, never as if it were whole. What came before the error may
/// be cut anywhere: use it once the sequence has ended.
public struct AnswerChunks<Client: APIClient>: AsyncSequence, Sendable {
    /// What the client's calls throw.
    public typealias Failure = Client.Failure

    let core: ClientCore
    let request: APIRequest<Client, [UInt8]>
    let options: CallOptions

    /// Makes an iterator, whose first piece begins a call.
    public func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }

    /// Goes through the pieces of one call's answer.
    public struct Iterator: AsyncIteratorProtocol {
        private let chunks: AnswerChunks
        private var course: Course?

        init(chunks: AnswerChunks) {
            self.chunks = chunks
        }

        /// The next piece, which is never empty; nil after the last.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(Client.Failure) -> [UInt8]? {
            let course = course ?? Course(chunks)
            self.course = course
            if let chunk = await course.next() { return chunk }
            if let failure = await course.failure() { throw Client.Failure(failure) }
            return nil
        }
    }

    /// One call, which ends with its last owner.
    private final class Course: Sendable {
        private let handoff: ChunkHandoff
        private let end: AnswerEnd
        private let task: Task<Void, Never>

        init(_ chunks: AnswerChunks) {
            let (handoff, end) = (ChunkHandoff(), AnswerEnd())
            (self.handoff, self.end) = (handoff, end)
            task = Task {
                do throws(FailureReport) {
                    let request = try chunks.core.fill(chunks.request.draft, chunks.options)
                    _ = try await chunks.core.perform(request, chunks.options, into: { try await handoff.give($0) }) {
                        _ throws(FailureReport) in ()
                    }
                } catch {
                    end.failure.withLock { $0 = error }
                }
                handoff.finish()
            }
        }

        deinit { task.cancel() }

        /// Why there are no more pieces; nil where the answer was whole.
        func failure() async -> FailureReport? {
            // A cancellation ends the handing over before the call.
            await task.value
            return end.failure.withLock { failure in
                defer { failure = nil }
                return failure
            }
        }

        func next() async -> [UInt8]? {
            await withTaskCancellationHandler {
                await handoff.next()
            } onCancel: {
                task.cancel()
            }
        }
    }
}

/// How the call behind a sequence of pieces ended.
private final class AnswerEnd: Sendable {
    let failure = Mutex<FailureReport?>(nil)
}
