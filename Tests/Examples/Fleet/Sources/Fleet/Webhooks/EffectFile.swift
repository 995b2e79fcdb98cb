import Foundation

/// Effects that are in no database: lines of a file, which are there once they are written.
struct EffectFile: Sendable {
    let path: String
    private let handle: FileHandle

    init(folder: String) throws {
        path = "\(folder)/effects"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
        guard descriptor >= 0 else { throw FleetError(description: "\(path) cannot be opened") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func add(_ key: String) throws { try handle.write(contentsOf: Data("\(key)\n".utf8)) }

    func keys() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { String($0) }
    }
}
