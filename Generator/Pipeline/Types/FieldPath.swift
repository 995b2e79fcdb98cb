@_spi(Generated) package import WaybillRuntime

/// A dotted path of fields: from a model into the models of its fields.
package struct FieldPath: Sendable {
    /// Where a path ends too early.
    struct Fault: Error {
        /// The name that stands for nothing.
        let name: String
        /// The type that has no such field.
        let type: ResolvedType
    }

    /// The fields, from the outside in; never empty.
    package let fields: [ResolvedField]

    /// Follows a path of names or keys; a key of a field is as good as its name.
    static func resolve(_ path: String, from type: ResolvedType) -> Result<FieldPath, Fault> {
        guard DottedPath.isWellFormed(path) else { return .failure(Fault(name: path, type: type)) }
        var type = type
        var fields: [ResolvedField] = []
        for name in DottedPath(path).keys {
            let known = type.model?.fields ?? []
            guard let field = known.first(where: { $0.name == name }) ?? known.first(where: { $0.keys.contains(name) })
            else { return .failure(Fault(name: name, type: type)) }
            fields.append(field)
            type = field.type
        }
        return .success(FieldPath(fields: fields))
    }
}

extension FieldPath {
    package var path: DottedPath { DottedPath(keys: fields.map(\.wireName)) }
}
