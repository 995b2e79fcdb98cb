/// The whole dialect, as data: everything that can be reached from the kinds of file.
enum Dialect {
    /// The version of the dialect that this tool reads.
    static let version = 1

    /// The mappings whose keys the dialect fixes, each once, those of api.yaml first.
    static let mappings: [MappingShape] = {
        var found: [MappingShape] = []
        let parts = [APISandboxSpec.dialect.shape, OperationSandboxSpec.dialect.shape]
        for file in files + parts { collect(.mapping(file), into: &found) }
        return found
    }()

    /// What the files of a spec may be that are no parts of others.
    private static let files = [Spec.dialect.shape, ResourceFile.dialect.shape, DefinitionsSpec.dialect.shape]

    /// Whether the text that these keys of a file lead to is JSON, whose white space says nothing.
    static func isJSON(_ path: [String]) -> Bool {
        files.contains { isJSON(path[...], in: .mapping($0)) }
    }

    private static func isJSON(_ path: ArraySlice<String>, in shape: ValueShape) -> Bool {
        let rest = path.dropFirst()
        switch shape {
        case .jsonText: return path.isEmpty
        case .mapping(let mapping): return mapping.keys.contains { $0.name == path.first && isJSON(rest, in: $0.value) }
        case .names(let inner, _): return !path.isEmpty && isJSON(rest, in: inner)
        case .list(let inner), .array(let inner): return isJSON(path, in: inner)
        case .either(let shapes): return shapes.contains { isJSON(path, in: $0) }
        default: return false
        }
    }

    /// The keys whose texts may have several lines.
    static let multilineKeys = Set(
        mappings.flatMap(\.keys).filter { key in
            switch key.value {
            case .text(_, isMultiline: true), .jsonText: true
            default: false
            }
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
        case .text, .jsonText, .int, .number, .bool, .duration, .size, .status, .statuses, .type, .json, .object,
            .words:
            break
        }
    }
}
