/// All files of one module: the folder `Sources/<name>` holds nothing else that is generated.
public struct GeneratedModule: Sendable, Hashable {
    /// The module's name.
    public let name: String
    /// What it needs of the runtime beyond the core.
    public let parts: [RuntimePart]
    /// Its files, in the spec's order.
    public let files: [GeneratedFile]

    /// Its tests: the folder `Tests/<name>Tests/Generated` holds nothing else that is generated.
    public let tests: [GeneratedFile]

    /// Makes a module from its files.
    public init(name: String, parts: [RuntimePart] = [], files: [GeneratedFile], tests: [GeneratedFile] = []) {
        self.name = name
        self.parts = parts
        self.files = files
        self.tests = tests
    }
}
