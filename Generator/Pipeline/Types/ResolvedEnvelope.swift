@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// Where the value of a success stands in its body.
package struct ResolvedEnvelope: Sendable, Hashable {
    /// The paths in the order in which they are tried, at least one; the empty path is the whole body.
    package let paths: [DottedPath]

    /// The envelope of a spec, which `none` or nothing says is the whole body.
    init(single: Located<String>?, several: [Located<String>]) {
        let texts = several.isEmpty ? [single?.value ?? ""] : several.map(\.value)
        paths = texts.map { DottedPath(envelope: $0) }
    }

    /// The envelope of an operation: its own, or else that of the API.
    init(_ operation: OperationSpec, in spec: Spec) {
        let isOwn = operation.envelope != nil || !operation.envelopes.isEmpty
        self.init(
            single: isOwn ? operation.envelope : spec.envelope,
            several: isOwn ? operation.envelopes : spec.envelopes
        )
    }

    /// Where a body has its value: the first of the paths where there is something other than null.
    package func path(in body: JSONValue?) -> DottedPath? {
        paths.first { path in path.isEmpty || path.value(in: body).map { !$0.isNull } ?? false }
    }

    /// The value of a body; nil where it stands nowhere.
    package func value(in body: JSONValue) -> JSONValue? {
        path(in: body).flatMap { $0.value(in: body) }
    }
}
