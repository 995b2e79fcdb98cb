/// The canonical layout of a spec: the same meaning, the same order and the same comments in the same form everywhere.
///
/// Lists and mappings between brackets stay so where they fit on a line of 120 columns and hold no comment; others take a
/// line for each member. Text that is longer is folded, and JSON of some length stands one member a line. Quotes stand
/// where a reader of YAML 1.1 or 1.2 would otherwise read something else.
public enum SpecLayout {
    /// The most columns of a line, where its text can be broken at all.
    static let width = 120

    /// The most characters of JSON that stay on one line.
    static let shortJSON = 60

    /// Lays a file out; nil, with diagnostics, where it cannot be read.
    /// - Parameter isJSON: Whether the text under these keys is JSON, whose white space does not count.
    /// - Throws: ``LayoutError`` where the result would not say the same.
    public static func text(
        of file: SourceFile,
        isJSON: @escaping ([String]) -> Bool,
        into diagnostics: inout DiagnosticCollector
    ) throws(LayoutError) -> String? {
        let root = YAMLParser.parse(file, besides: .layout, into: &diagnostics)
        guard let root, !diagnostics.hasErrors else { return nil }
        var writer = LayoutWriter(file, comments: CommentScanner(file, root).comments, isJSON: isJSON)
        writer.document(root)
        // Nothing is trusted to have kept its meaning: the result is read again.
        var faults = DiagnosticCollector()
        let written = YAMLParser.parse(SourceFile(path: file.path, text: writer.text), into: &faults)
        guard let written, !faults.hasErrors else { throw LayoutError(location: root.location) }
        if let location = difference(root, written, [], isJSON) { throw LayoutError(location: location) }
        return writer.text
    }

    /// Where two trees do not say the same.
    private static func difference(
        _ left: YAMLNode,
        _ right: YAMLNode,
        _ path: [String],
        _ isJSON: ([String]) -> Bool
    ) -> SourceLocation? {
        switch (left.content, right.content) {
        case (.scalar(let one), .scalar(let other)):
            let isSame = one.kindName == other.kindName && one.text == other.text
            let isSameJSON =
                isJSON(path) && JSONLayout.isDocument(one.text)
                && JSONLayout.compact(one.text) == JSONLayout.compact(other.text)
            return isSame || isSameJSON ? nil : left.location
        case (.sequence(let some), .sequence(let others)) where some.count == others.count:
            return zip(some, others).lazy.compactMap { difference($0, $1, path, isJSON) }.first
        case (.mapping(let some), .mapping(let others)) where some.map(\.key) == others.map(\.key):
            return zip(some, others).lazy
                .compactMap { difference($0.value, $1.value, path + [$0.key], isJSON) }.first
        default: return left.location
        }
    }
}
