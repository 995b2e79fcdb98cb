#if os(Linux)

/// What ``AnswerGuard`` refused an answer for.
struct AnswerViolation: Error {
    let detail: String
}
#endif
