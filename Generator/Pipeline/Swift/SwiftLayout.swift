/// An expression or signature with a list in brackets, which stands on one line where that fits, or else with each
/// element on a line of its own.
indirect enum SwiftLayout {
    /// What is never broken.
    case code(SwiftCode)
    /// A call or signature: what stands before the parenthesis, and the elements.
    case call(SwiftCode, [SwiftLayout])
    /// An element with a label.
    case labelled(SwiftIdentifier, SwiftLayout)
    /// An expression, and what stands after its last line.
    case followed(SwiftLayout, by: SwiftCode)
    case array([SwiftLayout])
    /// A dictionary literal or a list of keys and values.
    case pairs([(SwiftCode, SwiftLayout)])

    var flat: SwiftCode {
        switch self {
        case .code(let code): code
        case .call(let head, let elements): "\(head)(\(SwiftCode.joined(elements.map(\.flat), ", ")))"
        case .labelled(let label, let value): "\(label: label): \(value.flat)"
        case .followed(let expression, let code): "\(expression.flat)\(code)"
        case .array(let elements): "[\(SwiftCode.joined(elements.map(\.flat), ", "))]"
        case .pairs(let pairs):
            pairs.isEmpty ? "[:]" : "[\(SwiftCode.joined(pairs.map { "\($0.0): \($0.1.flat)" }, ", "))]"
        }
    }

    /// The same with the names that a module has to write in full.
    func qualified(in scope: TypeScope) -> SwiftLayout {
        switch self {
        case .code(let code): .code(scope.qualified(code))
        case .call(let head, let elements):
            .call(scope.qualified(head, isMade: true), elements.map { $0.qualified(in: scope) })
        case .labelled(let label, let value): .labelled(label, value.qualified(in: scope))
        case .followed(let expression, let code):
            .followed(expression.qualified(in: scope), by: scope.qualified(code))
        case .array(let elements): .array(elements.map { $0.qualified(in: scope) })
        case .pairs(let pairs): .pairs(pairs.map { (scope.qualified($0.0), $0.1.qualified(in: scope)) })
        }
    }

    /// The lines, the first after a prefix and the last before a suffix.
    func lines(prefix: SwiftCode, suffix: SwiftCode, indentation: Int, width: Int) -> [(level: Int, code: SwiftCode)] {
        let line: SwiftCode = "\(prefix)\(flat)\(suffix)"
        guard indentation + line.text.count > width else { return [(0, line)] }
        switch self {
        case .code: return [(0, line)]
        case .labelled(let label, let value):
            let prefix: SwiftCode = "\(prefix)\(label: label): "
            return value.lines(prefix: prefix, suffix: suffix, indentation: indentation, width: width)
        case .followed(let expression, let code):
            let suffix: SwiftCode = "\(code)\(suffix)"
            return expression.lines(prefix: prefix, suffix: suffix, indentation: indentation, width: width)
        case .call(let head, let elements):
            guard !elements.isEmpty else { return [(0, line)] }
            return broken("\(prefix)\(head)(", elements.map { ("", $0) }, ")\(suffix)", indentation, width, false)
        case .array(let elements):
            guard !elements.isEmpty else { return [(0, line)] }
            return broken("\(prefix)[", elements.map { ("", $0) }, "]\(suffix)", indentation, width, elements.count > 1)
        case .pairs(let pairs):
            guard !pairs.isEmpty else { return [(0, line)] }
            let elements = pairs.map { (prefix: "\($0.0): " as SwiftCode, layout: $0.1) }
            return broken("\(prefix)[", elements, "]\(suffix)", indentation, width, true)
        }
    }

    private func broken(
        _ opening: SwiftCode,
        _ elements: [(prefix: SwiftCode, layout: SwiftLayout)],
        _ closing: SwiftCode,
        _ indentation: Int,
        _ width: Int,
        _ hasTrailingComma: Bool
    ) -> [(level: Int, code: SwiftCode)] {
        var lines: [(level: Int, code: SwiftCode)] = [(0, opening)]
        for (index, element) in elements.enumerated() {
            let comma: SwiftCode = index < elements.count - 1 || hasTrailingComma ? "," : ""
            let inner = element.layout.lines(
                prefix: element.prefix,
                suffix: comma,
                indentation: indentation + 4,
                width: width
            )
            lines += inner.map { ($0.level + 1, $0.code) }
        }
        return lines + [(0, closing)]
    }
}
