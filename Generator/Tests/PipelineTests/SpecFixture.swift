import Foundation
import Pipeline
import SpecYAML

/// A spec of the tests: the valid one, with the edits of a fixture, and the diagnostics that it expects.
///
/// A fixture is text. `@ file` begins the edits of a file: lines after `-` are looked for and replaced by the lines after
/// `+` that follow them, an empty line ends an edit. `@ new file` begins a file of its own, `@ bytes file` one in hex digits,
/// `@ repeat 3 file` one whose text is repeated, and `@ diagnostics` the expected ones.
struct SpecFixture: Sendable, CustomStringConvertible {
    let name: String
    let files: [SourceFile]
    let expected: String
    let unmatched: [String]
    private let head: String

    var description: String { name }

    /// Reads a fixture from its text, over the valid spec.
    init(name: String, text: String) {
        let parts = text.components(separatedBy: "@ diagnostics\n")
        head = parts[0]
        expected = parts.count > 1 ? parts[1] : ""
        self.name = name
        var files = Dictionary(Self.valid.map { ($0.path, $0.bytes) }) { $1 }
        var unmatched: [String] = []
        for section in parts[0].components(separatedBy: "\n@ ").dropFirst() {
            let lines = section.components(separatedBy: "\n")
            if let (path, bytes) = Self.newFile(lines[0], lines.dropFirst().joined(separator: "\n")) {
                files[path] = bytes
                continue
            }
            for edit in Self.edits(lines.dropFirst()) {
                let old = String(decoding: files[lines[0], default: []], as: UTF8.self)
                if !old.contains(edit.old) { unmatched.append(edit.old) }
                files[lines[0]] = Array(old.replacingOccurrences(of: edit.old, with: edit.new).utf8)
            }
        }
        self.unmatched = unmatched
        self.files = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: $0.value) }
    }

    /// The file that a section begins, if it is no section of edits.
    private static func newFile(_ head: String, _ text: String) -> (path: String, bytes: [UInt8])? {
        let words = head.components(separatedBy: " ")
        switch words[0] {
        case "new": return (words[1], Array(text.utf8))
        case "bytes": return (words[1], text.split(separator: " ").compactMap { UInt8($0.prefix(2), radix: 16) })
        case "repeat": return (words[2], Array(String(repeating: text, count: Int(words[1]) ?? 0).utf8))
        default: return nil
        }
    }

    private static func edits(_ lines: ArraySlice<String>) -> [(old: String, new: String)] {
        var edits: [(old: String, new: String)] = []
        var wasAdding = true
        for line in lines {
            if line.isEmpty { wasAdding = true }
            let text = line.dropFirst() + "\n"
            if line.hasPrefix("-") {
                if wasAdding { edits.append(("", "")) }
                edits[edits.count - 1].old += text
                wasAdding = false
            } else if line.hasPrefix("+"), !edits.isEmpty {
                edits[edits.count - 1].new += text
                wasAdding = true
            }
        }
        return edits
    }

    /// All diagnostics of the spec as the tool prints them.
    func diagnostics() -> (text: String, all: [Diagnostic], isAccepted: Bool) {
        var diagnostics = DiagnosticCollector()
        let spec = SpecReader.read(files, into: &diagnostics)
        return (DiagnosticFormatter(files: files).format(diagnostics.all), diagnostics.all, spec != nil)
    }

    /// Writes the fixture again with what it gives now; asked for by `RECORD_FIXTURES=1`.
    func record(_ diagnostics: String) throws {
        let url = Self.folder.appendingPathComponent("Invalid/\(name).fixture")
        try Data((head + "@ diagnostics\n" + diagnostics + "\n").utf8).write(to: url)
    }
}

extension SpecFixture {
    /// The folder of the tests' files.
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// The folder of the specs of this repository.
    static let specs = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("spec")

    /// The files of the valid spec.
    static let valid: [SourceFile] = (try? SpecFiles.load(folder: folder.path + "/Valid", shownAs: "")) ?? []

    /// All fixtures, sorted by name.
    static let invalid: [SpecFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/Invalid")) ?? []
        return names.filter { $0.hasSuffix(".fixture") }.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: folder.path + "/Invalid/" + name) else { return nil }
            return SpecFixture(name: String(name.dropLast(8)), text: String(decoding: bytes, as: UTF8.self))
        }
    }()
}
