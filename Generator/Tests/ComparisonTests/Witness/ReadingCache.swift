/// What the deployed client has made of answers: it makes the same of the same answer in every pair.
actor ReadingCache {
    static let shared = ReadingCache()

    private struct Key: Hashable {
        let call: String
        let status: Int
        let body: [UInt8]
    }

    private var readings: [Key: AnswerCall.Reading] = [:]

    func reading(of call: AnswerCall, status: Int, body: [UInt8]) async throws -> AnswerCall.Reading {
        let key = Key(call: call.name, status: status, body: body)
        if let reading = readings[key] { return reading }
        let reading = try await call.reading(status: status, body: body)
        readings[key] = reading
        return reading
    }
}
