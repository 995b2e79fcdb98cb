import Pipeline
import WaybillJSON

/// Reads faults as they are asked for: as JSON by the control route, as words by the header of one request.
struct FaultNotation {
    /// What cannot be understood, in words.
    struct Problem: Error, Sendable, Hashable {
        var text: String
    }

    let codes: [String]
    let operations: [String]

    func read(_ json: JSONValue) throws(Problem) -> SandboxFault {
        guard let object = json.objectValue else { throw Problem(text: "a fault is an object") }
        var fault = SandboxFault()
        for (key, value) in object { try set(key, value, &fault) }
        return try complete(fault)
    }

    /// Reads `status=503; retryAfter=1`, `delay=200ms` or `reset`.
    func read(_ header: String) throws(Problem) -> SandboxFault {
        var fault = SandboxFault()
        for word in header.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let parts = word.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            guard let name = parts.first, !name.isEmpty else { continue }
            if parts.count == 1 {
                try set("fault", .string(name), &fault)
            } else {
                try set(name, JSONNumber(text: parts[1]).map { .number($0) } ?? .string(parts[1]), &fault)
            }
        }
        return try complete(fault)
    }

    private func complete(_ fault: SandboxFault) throws(Problem) -> SandboxFault {
        guard fault.status != nil || fault.code != nil || fault.connection != nil || fault.delay > 0 else {
            throw Problem(text: "a fault needs at least one of status, code, delay and fault")
        }
        return fault
    }

    private func set(_ key: String, _ value: JSONValue, _ fault: inout SandboxFault) throws(Problem) {
        switch key {
        case "status": fault.status = try integer(key, value, in: 200...599)
        case "times": fault.times = try integer(key, value, in: 1...1_000_000)
        case "retryAfter": fault.retryAfter = try headerValue(key, value)
        case "delay": fault.delay = try delay(value)
        case "fault": fault.connection = try word(key, value, ConnectionFault.self)
        case "loses": fault.loses = try word(key, value, SandboxFault.Loss.self)
        case "code": fault.code = try name(key, value, among: codes)
        case "operation": fault.operation = try name(key, value, among: operations)
        default:
            let known = "status, code, times, retryAfter, delay, fault, loses, operation"
            throw Problem(text: "a fault has no member \(key); it may have \(known)")
        }
    }

    private func integer(_ key: String, _ value: JSONValue, in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard let number = value.intValue, range.contains(number) else {
            throw Problem(text: "\(key) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func delay(_ value: JSONValue) throws(Problem) -> Int {
        guard let delay = value.intValue ?? value.stringValue.flatMap({ Milliseconds.parse($0) }), delay >= 0 else {
            throw Problem(text: "delay must be milliseconds, or a text such as 200ms or 2s")
        }
        return min(delay, 3_600_000)
    }

    /// Seconds, or any text, so that what servers get wrong can be sent too.
    private func headerValue(_ key: String, _ value: JSONValue) throws(Problem) -> String {
        let text = value.stringValue ?? value.numberValue?.text
        guard let text, text.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
            throw Problem(text: "\(key) must be seconds, or a text without control characters")
        }
        return text
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        _ value: JSONValue,
        _ type: Word.Type
    ) throws(Problem) -> Word where Word.RawValue == String {
        guard let word = value.stringValue.flatMap(Word.init(rawValue:)) else {
            throw Problem(text: "\(key) must be one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    private func name(_ key: String, _ value: JSONValue, among names: [String]) throws(Problem) -> String {
        guard let name = value.stringValue ?? value.numberValue?.text, names.contains(name) else {
            throw Problem(text: "\(key) must be one of " + names.joined(separator: ", "))
        }
        return name
    }
}
