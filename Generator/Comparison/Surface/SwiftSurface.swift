import Pipeline

/// The public declarations of a generated module: what programs can be written against.
///
/// It is read from the generated text itself, whose layout is the generator's own, so that it cannot differ from what
/// compiles.
struct SwiftSurface: Sendable {
    private(set) var declarations: [SwiftDeclaration] = []

    init(_ module: GeneratedModule) {
        for file in module.files where file.path.hasSuffix(".swift") {
            var reader = SurfaceReader(file.text)
            declarations += reader.read()
        }
    }
}

/// Reads the public declarations of one generated file, line by line.
struct SurfaceReader {
    private struct Scope {
        let path: String
        let indentation: Int
        let isEnum: Bool
        let isHidden: Bool
    }

    private var lines: ArraySlice<Substring>
    private var scopes: [Scope] = []
    private var attributes: [String] = []

    init(_ text: String) {
        // Whether a name has to be written with its module depends on other names of the spec, and says nothing of its own.
        lines =
            text.replacing(#/\b[A-Z]\w*::/#, with: "")
            .split(separator: "\n", omittingEmptySubsequences: true)[...]
    }

    mutating func read() -> [SwiftDeclaration] {
        var declarations: [SwiftDeclaration] = []
        while let line = lines.popFirst() {
            let code = line.drop { $0 == " " }
            let indentation = line.count - code.count
            if code.hasPrefix("}"), scopes.last?.indentation == indentation { scopes.removeLast() }
            if code.hasPrefix("@"), !code.contains(" import ") {
                attributes.append(String(code))
            } else if !code.hasPrefix("//") {
                if let declaration = declaration(code, indentation) { declarations.append(declaration) }
                attributes = []
            }
        }
        return declarations
    }

    private mutating func declaration(_ code: Substring, _ indentation: Int) -> SwiftDeclaration? {
        let isHidden = attributes.contains { $0.hasPrefix("@_spi") } || (scopes.last?.isHidden ?? false)
        if code.hasPrefix("extension ") {
            let name = code.dropFirst(10).prefix { $0 != " " && $0 != ":" }
            open(String(name), code, indentation, isEnum: false, isHidden)
            return nil
        }
        if let scope = scopes.last, scope.isEnum, indentation == scope.indentation + 4, code.hasPrefix("case ") {
            return isHidden ? nil : parse("", whole(code))
        }
        guard code.hasPrefix("public "), !code.hasPrefix("public import") else { return nil }
        let text = whole(code.dropFirst(7))
        guard let declaration = parse(text.hasPrefix("static ") ? "static " : "", text) else { return nil }
        if ["struct", "enum"].contains(declaration.keyword) {
            open(declaration.path, code, indentation, isEnum: declaration.keyword == "enum", isHidden)
        }
        return isHidden ? nil : declaration
    }

    private mutating func open(_ path: String, _ code: Substring, _ indentation: Int, isEnum: Bool, _ isHidden: Bool) {
        guard code.hasSuffix("{") else { return }
        scopes.append(Scope(path: path, indentation: indentation, isEnum: isEnum, isHidden: isHidden))
    }

    /// A declaration that stands on several lines, as one: until its brackets are closed.
    private mutating func whole(_ code: Substring) -> Substring {
        var text = String(code)
        while Self.depth(text) > 0, let next = lines.popFirst() {
            let piece = next.drop { $0 == " " }
            text += (text.hasSuffix("(") || piece.hasPrefix(")") ? "" : " ") + piece
        }
        return Substring(text)
    }

    /// How many round brackets are open.
    private static func depth(_ text: String) -> Int {
        text.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
    }

    private func parse(_ modifier: String, _ text: Substring) -> SwiftDeclaration? {
        var code = text.dropFirst(modifier.count)
        let keyword = code.prefix { $0.isLetter }
        code = code.dropFirst(keyword.count).drop { $0 == " " }
        let isNamed = !["init", "subscript"].contains(keyword)
        let word = isNamed ? code.prefix { $0.isLetter || $0.isNumber || "_`".contains($0) } : keyword
        if isNamed { code = code.dropFirst(word.count) }
        let owner = scopes.last.map { $0.path + "." } ?? ""
        let (list, rest) = DeclarationText.split(code, keyword: keyword)
        let parameters = list.map(DeclarationText.parameters)
        // Subscripts have no name but their labels.
        let labels = keyword == "subscript" ? "(\(parameters?.map { $0.label + ":" }.joined() ?? ""))" : ""
        return SwiftDeclaration(
            keyword: String(keyword),
            path: owner + word.filter { $0 != "`" } + labels,
            isStatic: !modifier.isEmpty,
            parameters: parameters,
            rest: rest,
            isNonexhaustive: attributes.contains("@nonexhaustive"),
            deprecation: attributes.first { $0.hasPrefix("@available(*, deprecated") },
            text: DeclarationText.head(text)
        )
    }
}
