/// Writes what an operation answers: its type, and how it is read.
struct AnswerRenderer {
    private let operation: ResolvedOperation

    init(_ operation: ResolvedOperation) { self.operation = operation }

    /// The type of the answer's value.
    var type: SwiftCode { operation.revalidates ? "Revalidated<\(wrapped)>" : wrapped }

    private var wrapped: SwiftCode {
        switch operation.rawAnswer {
        case .text: "String"
        case .bytes: "[UInt8]"
        case nil: operation.answer?.code ?? "NoContent"
        }
    }

    /// The argument of the request that says how the answer is read; nil where the type alone says it.
    var argument: SwiftLayout? {
        if operation.revalidates { return .code("answer: .revalidated(\(form))") }
        if operation.rawAnswer != nil || unionByStatus != nil { return .code("answer: \(form)") }
        switch operation.answer {
        case nil, .model, .union, .format(.json), .list(.model), .list(.union): return nil
        case .optional: return .code("answer: \(form)")
        case let answer?: return .code("reading: { \(answer.read("$0")) }")
        }
    }

    private var form: SwiftCode {
        if let union = unionByStatus {
            let form: SwiftCode = operation.answer?.isOptional == true ? "optional" : "json"
            return ".\(form)(byStatus: { \(type: union.identifier)(from: &$0, status: $1) })"
        }
        return switch (operation.rawAnswer, operation.answer) {
        case (.text, _): ".text"
        case (.bytes, _): ".bytes"
        case (nil, .optional(let type)?): ".optional { \(type.read("$0")) }"
        case (nil, let type?): ".json { \(type.read("$0")) }"
        case (nil, nil): preconditionFailure("what can be left unchanged has a value")
        }
    }

    /// The answer's shapes, where the status tells which one it is.
    private var unionByStatus: ResolvedUnion? {
        operation.answer?.union.flatMap { $0.value.discriminator == .status ? $0.value : nil }
    }

    /// What of the definition says something about the answer.
    var definition: [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if let accept { arguments.append(.code("accept: \(literal: accept)")) }
        if operation.revalidates { arguments.append(.code("revalidates: true")) }
        if let limit = operation.answerLimit { arguments.append(.code("answerLimit: \(limit)")) }
        return arguments
    }

    private var accept: String? {
        if let accept = operation.accept { return accept }
        switch operation.rawAnswer {
        case .text: return "text/plain, */*;q=0.1"
        case .bytes: return "*/*"
        case nil: return nil
        }
    }
}
