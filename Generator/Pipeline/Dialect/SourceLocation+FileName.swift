import SpecYAML

extension SourceLocation {
    /// The name of the file without its folders.
    var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
}
