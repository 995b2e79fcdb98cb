import Foundation

/// A key that an option gives, or the file that has it.
enum KeyInput {
    /// Arguments in which a key that begins with hyphens, as PEM does, stands in the argument of its option: alone it would be
    /// taken for an option itself.
    static func attached(_ arguments: [String]) -> [String] {
        arguments.reduce(into: []) { attached, argument in
            if argument.hasPrefix("-----BEGIN"), let option = attached.popLast() {
                attached.append("\(option)=\(argument)")
            } else {
                attached.append(argument)
            }
        }
    }

    /// The key's text; that of the file, where there is one of this name.
    static func text(_ argument: String) throws -> String {
        guard FileManager.default.fileExists(atPath: argument) else { return argument }
        guard let text = String(validating: try ByteInput.read(argument), as: UTF8.self) else {
            throw UsageError.exit("\(argument) cannot be read")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
