import SpecYAML

/// Finds what the spec defines by its name, and the names that several resolvers need.
struct DefinitionTable {
    /// The whole spec.
    let spec: Spec
    /// The module's name.
    let module: SwiftIdentifier
    private let models: [String: ModelSpec]
    private let enums: [String: EnumSpec]
    private let unions: [String: UnionSpec]
    private let foldersByFile: [String: String]

    /// Indexes a spec.
    init(_ spec: Spec) {
        self.spec = spec
        module = SwiftNaming.type(spec.api.value)
        models = Self.index(spec.models)
        enums = Self.index(spec.enums)
        unions = Self.index(spec.unions)
        let folders = spec.resources.map { ($0.name.location.file, SwiftNaming.type($0.name.value).text) }
        let events = spec.webhooks.map { ($0.name.location.file, "Events") }
        foldersByFile = Dictionary(folders + events) { first, _ in first }
    }

    /// The API's name in small letters and digits.
    var slug: String {
        let slug = spec.api.value.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return slug.isEmpty ? "api" : slug
    }

    /// The error enum's name.
    var errorName: SwiftIdentifier { SwiftIdentifier(forcing: module.text + "Error") }

    /// The name of the set of error codes.
    var errorCodeName: SwiftIdentifier { SwiftIdentifier(forcing: module.text + "ErrorCode") }

    /// The model of a name.
    func model(_ name: String) -> ModelSpec? { models[name] }

    /// The set of words of a name; `ErrorCode` is that of the API's error codes.
    func `enum`(_ name: String) -> EnumSpec? { enums[name] }

    /// The union of a name.
    func union(_ name: String) -> UnionSpec? { unions[name] }

    /// The keys on the wire that stand at the level of the model which spreads a value of this type.
    func spreadKeys(_ type: TypeExpression) -> [String] {
        guard case .named(let name) = type.unwrapped else { return [] }
        if let union = union(name) { return union.cases.map(\.name.value) }
        return (model(name)?.fields ?? []).flatMap { field in
            field.value.keys.isEmpty ? [field.name.value] : field.value.keys.map(\.value)
        }
    }

    /// The folder for what a file defines.
    func folder(_ location: SourceLocation) -> String { foldersByFile[location.file] ?? "Models" }

    /// How a generated file names the file that it comes from: the same wherever the generator runs.
    func source(_ location: SourceLocation) -> String {
        let parts = location.file.split(separator: "/").filter { $0 != "." && $0 != ".." }
        let start = parts.lastIndex(of: "spec") ?? max(parts.count - 2, 0)
        return parts[start...].joined(separator: "/")
    }

    private static func index<Value>(_ definitions: [Named<Value>]) -> [String: Value] {
        Dictionary(definitions.map { ($0.name.value, $0.value) }) { first, _ in first }
    }
}
