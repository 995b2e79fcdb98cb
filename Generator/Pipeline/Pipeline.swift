public import SpecYAML

/// Turns the files of one spec into the files of its Swift module.
///
/// Everything that is wrong is added to the diagnostics; nil is returned where that includes an error. What follows the
/// validation cannot fail, and knows neither files nor places any more.
public func generate(_ sources: [SourceFile], into diagnostics: inout DiagnosticCollector) -> GeneratedModule? {
    guard let spec = SpecReader.read(sources, into: &diagnostics) else { return nil }  // text -> ValidatedSpec
    let api = Resolver().resolve(spec)  // ValidatedSpec -> API
    return Renderer().render(api)  // API -> GeneratedModule
}
