import WaybillJSON

/// Finds out what an error answer of an example must become.
struct ErrorAnswerResolver {
    let table: DefinitionTable

    /// The case, the code and the message.
    func outcome(_ status: Int, _ body: JSONValue?) -> WireExampleIR.Outcome {
        let errors = table.spec.errors
        let code = first(errors.code.map(\.value), in: body) { value in
            value.stringValue.flatMap { $0.isEmpty ? nil : $0 } ?? value.intValue.map { String($0) }
        }
        let places = errors.message.isEmpty ? ["message"] : errors.message.map(\.value)
        let message = first(places, in: body) { Self.message($0) }
        let names = ErrorResolver(table: table)
        let byCode = errors.cases.first { errorCase in errorCase.value.codes.contains { $0.value == code } }
        let byStatus = errors.cases.first { errorCase in
            errorCase.value.statuses.contains { $0.value.contains(status) }
        }
        let name = (byCode ?? byStatus).map { names.caseName($0.name.value) }
        return .error(
            name ?? SwiftIdentifier(made: "unrecognized"),
            code: code,
            message: message ?? "HTTP \(status)"
        )
    }

    private func first(
        _ places: [String],
        in body: JSONValue?,
        _ read: (JSONValue) -> String?
    ) -> String? {
        for place in places {
            let value = place.split(separator: ".").reduce(body) { $0?[String($1)] }
            if let value, let text = read(value) { return text }
        }
        return nil
    }

    /// A text, or the texts of a list.
    private static func message(_ value: JSONValue) -> String? {
        if let text = value.stringValue { return text.allSatisfy(\.isWhitespace) ? nil : text }
        let texts = (value.arrayValue ?? []).compactMap { $0.stringValue ?? $0["message"]?.stringValue }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}
