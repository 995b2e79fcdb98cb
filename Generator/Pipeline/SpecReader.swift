package import SpecYAML

/// Turns files into a validated spec: parse, decode, validate, with the diagnostics of all three together.
package enum SpecReader {
    /// The spec, or nil and the reasons; what cannot be read keeps the rules that look at the whole from being checked.
    package static func read(_ files: [SourceFile], into diagnostics: inout DiagnosticCollector) -> ValidatedSpec? {
        var documents: [(file: SourceFile, root: YAMLNode)] = []
        for (file, parsed) in zip(files, files.concurrentMap(Self.parse)) {
            diagnostics.merge(parsed.diagnostics)
            if let root = parsed.root { documents.append((file, root)) }
        }
        let isWhole = documents.count == files.count
        guard !documents.isEmpty || files.isEmpty else { return nil }
        let unread = Set(files.map(\.path)).subtracting(documents.map(\.file.path))
        guard let decoded = SpecDecoder().decode(documents, unread: unread, into: &diagnostics) else { return nil }
        if decoded.isWhole, isWhole { return Validator.standard.validate(decoded.spec, into: &diagnostics) }
        Validator.standard.validateParts(of: decoded.spec, into: &diagnostics)
        return nil
    }

    private static func parse(_ file: SourceFile) -> (root: YAMLNode?, diagnostics: DiagnosticCollector) {
        var diagnostics = DiagnosticCollector()
        return (YAMLParser.parse(file, into: &diagnostics), diagnostics)
    }
}
