public import SpecYAML

/// Turns the files of one spec into the files of its Swift module.
///
/// Everything that is wrong is added to the diagnostics; nil is returned where that includes an error. What follows the
/// validation cannot fail.
public func generate(_ sources: [SourceFile], into diagnostics: inout DiagnosticCollector) -> GeneratedModule? {
    resolve(sources, into: &diagnostics).map(render)
}

/// Turns several specs into their modules, on all cores.
///
/// The modules are those of the specs in their order, nil where one has an error.
public func generate(_ specs: [[SourceFile]], into diagnostics: inout DiagnosticCollector) -> [GeneratedModule?] {
    let generated = specs.concurrentMap { sources in
        var diagnostics = DiagnosticCollector()
        return (module: generate(sources, into: &diagnostics), diagnostics: diagnostics)
    }
    for spec in generated { diagnostics.merge(spec.diagnostics) }
    return generated.map(\.module)
}

/// Turns what a spec means into the files of its Swift module.
package func render(_ api: ResolvedAPI) -> GeneratedModule {
    Renderer(api: api).render()  // ResolvedAPI -> GeneratedModule
}

/// Turns the files of one spec into what they mean, for a client, a sandbox or whatever else is made of a spec.
package func resolve(_ sources: [SourceFile], into diagnostics: inout DiagnosticCollector) -> ResolvedAPI? {
    SpecReader.read(sources, into: &diagnostics).map { Resolver($0).resolve() }  // text -> ValidatedSpec -> ResolvedAPI
}

/// Lays a file of a spec out canonically; nil, with diagnostics, where it cannot be read.
/// - Throws: ``LayoutError`` where the result would not say the same.
package func layout(of file: SourceFile, into diagnostics: inout DiagnosticCollector) throws(LayoutError) -> String? {
    try SpecLayout.text(of: file, isJSON: Dialect.isJSON, into: &diagnostics)
}
