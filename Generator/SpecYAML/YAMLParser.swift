/// Reads a spec file strictly: text to one located mapping, or errors that say where and what to do.
public enum YAMLParser {
    /// Reads one file and adds what is wrong with it to the diagnostics.
    ///
    /// Returns nil if the file cannot be read to its end or its root is not a mapping. After errors that leave the rest
    /// readable (a duplicate key, an anchor, a tag) it returns what remains, so that the next stage can report more in
    /// the same run: of equal keys the first stays, anchors and tags are passed over, merge keys and keys that are not
    /// text are left out, an alias is an empty scalar. Whether the spec may be used is `diagnostics.hasErrors`.
    public static func parse(
        _ file: SourceFile,
        limits: YAMLLimits = .init(),
        into diagnostics: inout DiagnosticCollector
    ) -> YAMLNode? {
        parse(file, limits: limits, besides: .nothing, into: &diagnostics)
    }

    /// Reads one file, and lets pass what the layout takes away.
    static func parse(
        _ file: SourceFile,
        limits: YAMLLimits = .init(),
        besides tolerance: YAMLTolerance,
        into diagnostics: inout DiagnosticCollector
    ) -> YAMLNode? {
        var composer = YAMLComposer(file: file, limits: limits, tolerance: tolerance)
        defer { diagnostics.merge(composer.diagnostics) }
        do throws(YAMLRefusal) {
            if let refusal = SourceCheck.firstRefusal(of: file, limits: limits) { throw refusal }
            return try LibYAMLEvents.reading(file) { (events) throws(YAMLRefusal) in
                try composer.compose(&events)
            }
        } catch {
            composer.diagnostics.error(error.rule.rawValue, error.message, at: error.location, notes: error.notes)
            return nil
        }
    }
}
