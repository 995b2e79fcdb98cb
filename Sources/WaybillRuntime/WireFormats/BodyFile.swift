/// A file that is read while a request goes out: where it is, and how to tell that it is still the same.
struct BodyFile: Sendable, Hashable {
    let path: String
    /// Its length in bytes.
    let count: Int
    /// When it was last changed, in nanoseconds since 1970.
    let modified: Int64

    /// Takes what is known of a file.
    init(path: String, count: Int, modified: Int64) {
        self.path = path
        self.count = count
        self.modified = modified
    }

    /// Looks at a file.
    init(path: String) throws(FileFault) {
        let found = try OpenFile(reading: path).properties()
        self.init(path: path, count: found.count, modified: found.modified)
    }

    /// Opens it.
    /// - Throws: ``FileFault/changed`` where it is another one by now.
    func open() throws(FileFault) -> OpenFile {
        let file = try OpenFile(reading: path)
        try check(file)
        return file
    }

    /// Throws where it has been changed.
    func check(_ file: OpenFile) throws(FileFault) {
        guard try file.properties() == (count, modified) else { throw .changed }
    }
}
