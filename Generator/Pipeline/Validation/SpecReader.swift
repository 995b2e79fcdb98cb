package import SpecYAML

/// Turns files into a validated spec: parse, decode, validate, with the diagnostics of all three together.
package enum SpecReader {
    /// The spec, or nil and the reasons; a file that cannot be parsed keeps the rules from being checked.
    package static func read(_ files: [SourceFile], into diagnostics: inout DiagnosticCollector) -> ValidatedSpec? {
        var documents: [(file: SourceFile, root: YAMLNode)] = []
        for file in files {
            guard let root = YAMLParser.parse(file, into: &diagnostics) else { continue }
            documents.append((file, root))
        }
        let isWhole = documents.count == files.count
        guard !documents.isEmpty || files.isEmpty else { return nil }
        guard let spec = SpecDecoder().decode(documents, into: &diagnostics), isWhole else { return nil }
        return Validator.standard.validate(spec, into: &diagnostics)
    }
}
