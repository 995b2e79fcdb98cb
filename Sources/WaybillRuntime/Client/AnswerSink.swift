/// Takes the pieces of an answer in their order; returns when there is room for more.
typealias AnswerSink = @Sendable ([UInt8]) async throws -> Void
