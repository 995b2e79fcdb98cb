/// Puts libyaml's words into an error that says what to do.
struct SyntaxMessage {
    private let rule: YAMLRule
    private let message: String
    /// Whether the beginning of the unfinished thing is the place to fix, not where libyaml gave up.
    private var blamesBeginning = false

    /// The refusal for a problem.
    static func refusal(for problem: LibYAMLProblem, in file: SourceFile) -> YAMLRefusal {
        if let offset = problem.byteOffset { return notText(problem, file.location(ofByte: offset)) }
        var lines = LineIndex(file)
        let entry = SyntaxMessage(problem, character: character(at: problem.mark, in: file, &lines))
        let begin = problem.contextMark.location(in: file)
        if entry.blamesBeginning, !problem.context.isEmpty {
            return YAMLRefusal(rule: entry.rule, message: entry.message, location: begin)
        }
        let location = place(of: problem.mark, in: file, &lines)
        let note = begin == location ? nil : beginning(problem.context)
        let notes = note.map { [Diagnostic.Note(message: $0, location: begin)] } ?? []
        return YAMLRefusal(rule: entry.rule, message: entry.message, location: location, notes: notes)
    }

    // At the end of the file libyaml's mark stands on a line that no editor shows.
    private static func place(of mark: YAMLMark, in file: SourceFile, _ lines: inout LineIndex) -> SourceLocation {
        var line = mark.line
        var text = lines.range(ofLine: line) ?? 0..<0
        while text.isEmpty, line > 1 {
            line -= 1
            text = lines.range(ofLine: line) ?? 0..<0
        }
        guard line < mark.line else { return mark.location(in: file) }
        let column = file.bytes[text].count { $0 & 0xC0 != 0x80 } + 1
        return SourceLocation(file: file.path, line: line, column: column, endLine: line, endColumn: column + 1)
    }

    private static func notText(_ problem: LibYAMLProblem, _ location: SourceLocation) -> YAMLRefusal {
        guard problem.problem != "control characters are not allowed" else {
            let message = "a control character cannot stand in a file; write it as an escape in double-quoted text"
            return YAMLRefusal(rule: .controlCharacter, message: message, location: location)
        }
        return YAMLRefusal(
            rule: .encoding,
            message: "the file is not valid UTF-8 here; save it as UTF-8",
            location: location
        )
    }

    private static func character(
        at mark: YAMLMark,
        in file: SourceFile,
        _ lines: inout LineIndex
    ) -> Unicode.Scalar? {
        guard let range = lines.range(ofLine: mark.line) else { return nil }
        return String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars.dropFirst(mark.column - 1).first
    }

    private static func beginning(_ context: String) -> String? {
        switch context {
        case "while parsing a block mapping", "while parsing a flow mapping": "the mapping begins here"
        case "while parsing a block collection", "while parsing a flow sequence": "the list begins here"
        case "while scanning a double-quoted scalar", "while scanning a quoted scalar": "the quoted text begins here"
        case "while scanning a block scalar": "the text block begins here"
        default: nil
        }
    }

    private init(_ problem: LibYAMLProblem, character: Unicode.Scalar?) {
        if let refused = Self.refusedFeature(problem) {
            self = refused
        } else if problem.problem == "found character that cannot start any token" {
            self = Self.strayCharacter(character)
        } else {
            self = Self.broken(problem.problem)
        }
    }

    private init(_ rule: YAMLRule, _ message: String, blamesBeginning: Bool = false) {
        self.rule = rule
        self.message = message
        self.blamesBeginning = blamesBeginning
    }

    /// Broken uses of what would be refused if it were right.
    private static func refusedFeature(_ problem: LibYAMLProblem) -> SyntaxMessage? {
        if problem.problem.contains("directive") || problem.context.contains("directive")
            || problem.problem == "found incompatible YAML document"
        {
            return SyntaxMessage(.directive, RefusedFeature.directive, blamesBeginning: true)
        }
        switch problem.context {
        case "while scanning an anchor": return SyntaxMessage(.anchor, RefusedFeature.anchor, blamesBeginning: true)
        case "while scanning an alias": return SyntaxMessage(.alias, RefusedFeature.alias, blamesBeginning: true)
        case "while scanning a tag": return SyntaxMessage(.tag, RefusedFeature.tag, blamesBeginning: true)
        default: break
        }
        guard problem.problem == "found undefined tag handle" else { return nil }
        return SyntaxMessage(.tag, RefusedFeature.tag, blamesBeginning: true)
    }

    private static func strayCharacter(_ character: Unicode.Scalar?) -> SyntaxMessage {
        guard let character else { return SyntaxMessage(.syntax, "a value is missing here") }
        if character == "\t" { return SyntaxMessage(.tab, SourceCheck.tabMessage) }
        let shown = SpecText.quoted(String(character))
        return SyntaxMessage(.syntax, "text cannot begin with \(shown); put the text in quotes")
    }

    private static func broken(_ problem: String) -> SyntaxMessage {
        switch problem {
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            SyntaxMessage(.tab, SourceCheck.tabMessage)
        case "mapping values are not allowed in this context":
            SyntaxMessage(
                .syntax,
                "a ':' cannot stand here; put text that contains ': ' in quotes, or fix the indentation"
            )
        case "could not find expected ':'":
            SyntaxMessage(.syntax, "a key must be followed by ':' on the same line", blamesBeginning: true)
        case "found unexpected end of stream":
            SyntaxMessage(.syntax, "the quoted text never ends; add the closing quote", blamesBeginning: true)
        case "did not find expected key":
            SyntaxMessage(.syntax, "expected a key here; align it with the other keys of its mapping")
        case "did not find expected '-' indicator":
            SyntaxMessage(.syntax, "expected '-' here; align the elements of the list")
        case "did not find expected ',' or ']'":
            SyntaxMessage(.syntax, "expected ',' or ']' here; close the list or separate its elements")
        case "did not find expected ',' or '}'":
            SyntaxMessage(.syntax, "expected ',' or '}' here; close the mapping or separate its keys")
        case "block sequence entries are not allowed in this context":
            SyntaxMessage(.syntax, "a '-' cannot stand here; put the list on a line of its own")
        case "found unknown escape character":
            SyntaxMessage(.syntax, "no such escape; write \\\\ for a backslash, or use single quotes")
        case "did not find expected comment or line break":
            SyntaxMessage(.syntax, "a text block begins on the next line; nothing else can stand here")
        case "did not find expected hexdecimal number":
            SyntaxMessage(.syntax, "too few digits: \\x takes 2, \\u 4 and \\U 8 hexadecimal digits")
        case "found invalid Unicode character escape code":
            SyntaxMessage(.syntax, "this escape is not a Unicode character")
        case "did not find expected <document start>":
            SyntaxMessage(.syntax, "nothing can follow the end of the root mapping; fix the indentation")
        case "did not find expected node content":
            SyntaxMessage(.syntax, "expected a value here")
        default:
            SyntaxMessage(.syntax, problem)
        }
    }
}
