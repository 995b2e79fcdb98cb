/// The whole dialect, as data: everything that can be reached from the three kinds of file.
enum Dialect {
    /// The version of the dialect that this tool reads.
    static let version = 1

    /// The mappings whose keys the dialect fixes, each once, those of api.yaml first.
    static let mappings: [MappingShape] = {
        var found: [MappingShape] = []
        for file in [Spec.dialect.shape, ResourceFile.dialect.shape, DefinitionsSpec.dialect.shape] {
            collect(.mapping(file), into: &found)
        }
        return found
    }()

    /// The keys whose texts may have several lines.
    static let multilineKeys = Set(
        mappings.flatMap(\.keys).filter { key in
            if case .text(_, isMultiline: true) = key.value { true } else { false }
        }.map(\.name)
    )

    private static func collect(_ shape: ValueShape, into found: inout [MappingShape]) {
        switch shape {
        case .mapping(let mapping), .predicate(let mapping):
            guard !found.contains(where: { $0.id == mapping.id }) else { return }
            found.append(mapping)
            for key in mapping.keys { collect(key.value, into: &found) }
        case .list(let inner), .array(let inner), .names(let inner, _): collect(inner, into: &found)
        case .either(let shapes): for shape in shapes { collect(shape, into: &found) }
        case .text, .int, .number, .bool, .duration, .size, .status, .statuses, .type, .json, .object, .words: break
        }
    }
}
