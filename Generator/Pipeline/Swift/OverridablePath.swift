/// A path that the client's user can replace.
struct OverridablePath {
    /// The property of the client's paths.
    let identifier: SwiftIdentifier
    /// The operation whose path it is.
    let operation: ResolvedOperation
}

extension ResolvedClient {
    /// The paths that the user can replace, in the order of the operations.
    var overridablePaths: [OverridablePath] {
        resources.flatMap { resource in
            resource.operations.filter(\.isOverridable).map { operation in
                let name = SwiftNaming.member("\(resource.name)_\(operation.identifier.text)")
                return OverridablePath(identifier: name, operation: operation)
            }
        }
    }
}
