extension ResolvedCall {
    /// The arguments as a call has them.
    var layouts: [SwiftLayout] {
        arguments.map { parameter, value in
            let layout = SwiftValue(value, for: parameter.field).layout
            return parameter.field.isUnlabeled ? layout : .labelled(parameter.identifier, layout)
        }
    }
}
