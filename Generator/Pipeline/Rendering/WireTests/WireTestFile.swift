@_spi(Generated) import WaybillRuntime

/// What all files of generated tests have in common.
enum WireTestFile {
    static func writeHeader(from source: String, imports: [SwiftCode], to writer: inout SwiftWriter) {
        writer.line(.comment("\(FileHeader.mark)\(source). Do not edit: change the spec and run `make generate`."))
        writer.blank()
        // In the order that the formatter asks for: by module.
        for code in imports.sorted(by: { module($0) < module($1) }) { writer.line(code) }
        writer.blank()
    }

    private static func module(_ code: SwiftCode) -> Substring { code.text.split(separator: " ").last ?? "" }

    /// The title of a test: what it is of, and what the spec says of it.
    static func title(_ subject: String, _ about: String?) -> SwiftCode {
        let text = Markdown.line(about ?? "").drop { $0.isWhitespace }
        let ended = text.hasSuffix(".") ? text.dropLast() : text
        return .literal(ended.isEmpty ? subject : "\(subject): \(ended)")
    }

    /// Writes the attribute of a test, broken where it is too long.
    static func writeAttribute(_ title: SwiftCode, to writer: inout SwiftWriter) {
        writer.layout(.call("@Test", [.code(title)]))
    }

    /// Writes that a check of the exchange finds nothing.
    static func expectNil(_ check: SwiftLayout, to writer: inout SwiftWriter) {
        writer.layout(.call("#expect", [.followed(check, by: " == nil")]))
    }

    /// The check that a value says what the answer has below a path.
    static func answerFault(_ exchange: SwiftCode, _ value: SwiftCode, below path: DottedPath? = nil) -> SwiftLayout {
        let keys = (path?.keys ?? []).map { SwiftLayout.code(.literal($0)) }
        let below: [SwiftLayout] = keys.isEmpty ? [] : [.labelled(SwiftIdentifier(made: "below"), .array(keys))]
        return .call("\(exchange).answerFault", [.code(value)] + below)
    }
}
