import ArgumentParser
import Foundation

/// Bytes from a file or from standard input, as they are.
enum ByteInput {
    /// Reads a file; `-` is standard input.
    static func read(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw UsageError.exit("\(path) cannot be read")
        }
    }
}
