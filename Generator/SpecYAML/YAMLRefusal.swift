/// An error after which a file cannot be read further.
struct YAMLRefusal: Error {
    let rule: YAMLRule
    let message: String
    let location: SourceLocation
    var notes: [Diagnostic.Note] = []
}
