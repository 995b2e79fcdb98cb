/// Writes a file in the canonical layout.
struct LayoutWriter {
    private let file: SourceFile
    private let isJSON: ([String]) -> Bool
    private let source: [[Unicode.Scalar]]
    private var comments: ArraySlice<SpecComment>
    private var lines: [String] = ["---"]

    init(_ file: SourceFile, comments: [SpecComment], isJSON: @escaping ([String]) -> Bool) {
        self.file = file
        self.comments = comments[...]
        self.isJSON = isJSON
        source = String(decoding: file.bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { Array($0.unicodeScalars) }
    }

    /// The whole file.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Writes the root, and the comments behind it.
    mutating func document(_ root: YAMLNode) {
        nested(root, 0, [])
        while let comment = comments.popFirst() { lines.append(comment.text) }
    }

    // MARK: Members

    private mutating func nested(_ node: YAMLNode, _ indent: Int, _ path: [String]) {
        switch node.content {
        case .mapping(let members):
            for (index, member) in members.enumerated() {
                lead(member.keyLocation, indent, isFirst: index == 0)
                let (head, path) = (key(member, isFlow: false) + ":", path + [member.key])
                let flow = line(head, member.value, indent)
                entry(head, member.value, flow, indent, path, line: member.keyLocation.line)
            }
        case .sequence(let elements):
            for (index, element) in elements.enumerated() {
                lead(element.location, indent, isFirst: index == 0)
                self.element(element, indent, path)
            }
        case .scalar: break
        }
    }

    private mutating func element(_ element: YAMLNode, _ indent: Int, _ path: [String]) {
        let flow = line("-", element, indent)
        guard case .mapping = element.content, flow == nil else {
            return entry("-", element, flow, indent, path, line: element.location.line)
        }
        var first = lines.count
        nested(element, indent + 2, path)
        // A comment that moved above the first member stands above the dash.
        while first < lines.count, lines[first].drop(while: { $0 == " " }).first == "#" {
            lines[first] = String(lines[first].dropFirst(2))
            first += 1
        }
        guard first < lines.count else { return }
        lines[first] = Self.pad(indent) + "- " + lines[first].dropFirst(indent + 2)
    }

    /// - Parameter flow: The whole line, where the value stands between brackets.
    private mutating func entry(
        _ head: String,
        _ value: YAMLNode,
        _ flow: String?,
        _ indent: Int,
        _ path: [String],
        line: Int
    ) {
        let start = Self.pad(indent) + head
        if let scalar = value.scalar { return write(scalar, value.location, start, indent, path) }
        if let flow { return append(flow, indent, endingAt: value.location.endLine) }
        append(start, indent, endingAt: line)
        nested(value, indent + 2, path)
    }

    /// The line of a list or mapping between brackets; nil where it was not so, does not fit, or has comments inside.
    private func line(_ head: String, _ value: YAMLNode, _ indent: Int) -> String? {
        guard value.scalar == nil, let flow = flow(value), !hasComments(inside: value.location) else { return nil }
        let line = "\(Self.pad(indent))\(head) \(flow)"
        return Self.fits(line) || value.isEmpty ? line : nil
    }

    // MARK: Texts

    private mutating func write(
        _ scalar: YAMLScalar,
        _ location: SourceLocation,
        _ start: String,
        _ indent: Int,
        _ path: [String]
    ) {
        if isJSON(path), JSONLayout.isDocument(scalar.text), scalar.text.count > SpecLayout.shortJSON {
            append(start + " |", indent, endingAt: location.line)
            return block(JSONLayout.lines(scalar.text), indent)
        }
        let layout = ScalarLayout(scalar: scalar, source: text(location))
        if let inline = layout.inline(isFlow: false) {
            let whole = inline.isEmpty ? start : "\(start) \(inline)"
            if Self.fits(whole) { return append(whole, indent, endingAt: location.endLine) }
            guard let folded = layout.folded(width: SpecLayout.width - indent - 2) else {
                guard layout.canBeLiteral else { return append(whole, indent, endingAt: location.endLine) }
                append("\(start) \(layout.blockHeader)", indent, endingAt: location.endLine)
                return block(Self.lines(scalar.text), indent)
            }
            append(start + " >-", indent, endingAt: location.endLine)
            return block(folded, indent)
        }
        if scalar.style == .folded, let folded = layout.folded(width: SpecLayout.width - indent - 2) {
            append(start + " >-", indent, endingAt: location.line)
            return block(folded, indent)
        }
        append("\(start) \(layout.blockHeader)", indent, endingAt: location.line)
        block(scalar.style == .literal ? Self.lines(scalar.text) : sourceLines(location), indent)
    }

    /// The lines of a literal block; the last line end is not a line of its own.
    private static func lines(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return text.hasSuffix("\n") ? lines.dropLast() : lines
    }

    /// The lines of a folded block as they stand, without their indentation.
    private func sourceLines(_ location: SourceLocation) -> [String] {
        let lines = (location.line + 1...max(location.line + 1, location.endLine)).map { line in
            line <= source.count ? String(String.UnicodeScalarView(source[line - 1])) : ""
        }
        let margin = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(margin)) }
    }

    private mutating func block(_ content: [String], _ indent: Int) {
        for line in content { lines.append(line.isEmpty ? "" : Self.pad(indent + 2) + line) }
    }

    private func key(_ member: YAMLMember, isFlow: Bool) -> String {
        let source = text(member.keyLocation)
        let style: YAMLScalar.Style =
            source.hasPrefix("\"") ? .doubleQuoted : source.hasPrefix("'") ? .singleQuoted : .plain
        let scalar = YAMLScalar(text: member.key, style: style)
        return ScalarLayout(scalar: scalar, source: source, isKey: true).inline(isFlow: isFlow) ?? source
    }

    /// A value between brackets, on one line; nil where it was not so, or cannot be.
    private func flow(_ node: YAMLNode) -> String? {
        guard node.scalar != nil || node.isEmpty || text(node.location).first.map({ "{[".contains($0) }) == true else {
            return nil
        }
        switch node.content {
        case .scalar(let scalar): return ScalarLayout(scalar: scalar, source: text(node.location)).inline(isFlow: true)
        case .sequence(let elements):
            let texts = elements.compactMap { flow($0) }
            return texts.count == elements.count ? "[\(texts.joined(separator: ", "))]" : nil
        case .mapping(let members):
            let texts = members.compactMap { member in
                flow(member.value).map { value in
                    let head = key(member, isFlow: true) + ":"
                    return value.isEmpty ? head : "\(head) \(value)"
                }
            }
            return texts.count == members.count ? "{\(texts.joined(separator: ", "))}" : nil
        }
    }

    // MARK: Comments and blank lines

    /// Writes what stands on lines of its own before a member.
    private mutating func lead(_ location: SourceLocation, _ indent: Int, isFirst: Bool) {
        var hasBlank = false
        while let comment = comments.first, comment.line < location.line {
            comments.removeFirst()
            if isBlank(before: comment.line) { separate() }
            write(comment, comment.column > location.column ? indent + 2 : indent)
            hasBlank = true
        }
        if !isFirst || hasBlank || indent == 0, isBlank(before: location.line), lines.count > 1 { separate() }
    }

    private mutating func separate() {
        if let last = lines.last, !last.isEmpty, last != "---" { lines.append("") }
    }

    private func isBlank(before line: Int) -> Bool {
        line >= 2 && source[line - 2].allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
    }

    /// Writes a line, and behind it the comment that stood there, or above it where there is no room.
    private mutating func append(_ line: String, _ indent: Int, endingAt number: Int) {
        guard let comment = comments.first, comment.line <= number, !comment.isAlone else { return lines.append(line) }
        comments.removeFirst()
        let whole = "\(line)  \(comment.text)"
        if Self.fits(whole) { return lines.append(whole) }
        write(comment, indent)
        lines.append(line)
    }

    /// Writes a comment on lines of its own.
    private mutating func write(_ comment: SpecComment, _ indent: Int) {
        let whole = Self.pad(indent) + comment.text
        if Self.fits(whole) { return lines.append(whole) }
        let words = comment.text.drop { $0 == "#" || $0 == " " }
        let text = YAMLScalar(text: String(words), style: .plain)
        let folded = ScalarLayout(scalar: text, source: "").folded(width: SpecLayout.width - indent - 2)
        for line in folded ?? [text.text] { lines.append("\(Self.pad(indent))# \(line)") }
    }

    private func hasComments(inside location: SourceLocation) -> Bool {
        comments.contains { (location.line..<location.endLine).contains($0.line) }
    }

    // MARK: Text

    private func text(_ location: SourceLocation) -> String {
        guard location.line <= source.count else { return "" }
        if location.line == location.endLine {
            let line = source[location.line - 1]
            let range =
                min(location.column - 1, line.count)..<min(max(location.endColumn, location.column) - 1, line.count)
            return String(String.UnicodeScalarView(line[range]))
        }
        let first = source[location.line - 1].dropFirst(location.column - 1)
        return String(String.UnicodeScalarView(first)) + "\n"
    }

    private static func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

    private static func fits(_ line: String) -> Bool { line.count <= SpecLayout.width }
}

extension YAMLNode {
    /// Whether it is a list or mapping of nothing.
    fileprivate var isEmpty: Bool {
        switch content {
        case .sequence(let elements): elements.isEmpty
        case .mapping(let members): members.isEmpty
        case .scalar: false
        }
    }
}
