@_spi(Generated) public import WaybillJSON

/// What in the body of a 2xx says that the API has refused all the same.
@_spi(Generated)
public struct RefusalRule: Sendable, Hashable {
    /// What a value at the place has to be.
    public enum Sign: Sendable, Hashable {
        /// Anything but null, false, an empty text, an empty list or an empty object.
        case present
        /// One of these.
        case equal([JSONValue])
        /// Anything but null and these.
        case other([JSONValue])
    }

    /// What a body tells.
    enum Verdict: Sendable, Hashable {
        case refused
        case accepted
        /// It is no JSON, so that nothing is known.
        case unclear
    }

    /// Where the value stands.
    public let place: DottedPath
    /// What makes it a refusal.
    public let sign: Sign
    /// The statuses that error codes stand for, as the spec has them.
    public let statuses: [String: Int]

    /// Makes a rule.
    /// - Parameters:
    ///   - place: A dotted path, such as `success` or `result.error`.
    ///   - statuses: A refusal with one of these codes is handled as an answer of its status is.
    public init(at place: String, _ sign: Sign, statuses: KeyValuePairs<String, Int> = [:]) {
        self.init(at: place, sign, statuses: Dictionary(statuses.map { ($0.key, $0.value) }) { first, _ in first })
    }

    /// Makes a rule whose codes are known to differ.
    public init(at place: String, _ sign: Sign, statuses: [String: Int]) {
        self.place = DottedPath(place)
        self.sign = sign
        self.statuses = statuses
    }

    /// What the body of a 2xx tells.
    func verdict(on body: [UInt8]) -> Verdict {
        guard let value = try? JSONReader.read(body, { $0.value(at: place) { $0.value() } ?? .null }) else {
            return .unclear
        }
        return isRefusal(value) ? .refused : .accepted
    }

    /// Whether a document is a refusal.
    public func refuses(_ document: JSONValue) -> Bool { isRefusal(place.value(in: document) ?? .null) }

    /// The same of what stands at the place; where there is nothing, nothing was refused.
    private func isRefusal(_ value: JSONValue) -> Bool {
        if value.isNull { return false }
        return switch sign {
        case .present: !(value.boolValue == false || isEmpty(value))
        case .equal(let values): values.contains(value)
        case .other(let values): !values.contains(value)
        }
    }

    private func isEmpty(_ value: JSONValue) -> Bool {
        value.stringValue?.isEmpty ?? value.arrayValue?.isEmpty ?? value.objectValue?.isEmpty ?? false
    }
}
