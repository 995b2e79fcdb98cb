import Pipeline
import SpecYAML

/// Any bytes as the files of a spec: what is refused is told with a place, and what is accepted becomes sound Swift.
///
/// An input is the files one after the other, each as its name, a line break and its text, with the byte 0x1E between them.
enum SpecFuzz {
    static func fault(in bytes: [UInt8]) -> String? {
        let files = files(bytes)
        var diagnostics = DiagnosticCollector()
        let module = generate(files, into: &diagnostics)
        if let fault = fault(of: diagnostics.all, files) { return fault }
        guard let module else { return diagnostics.hasErrors ? nil : "refused without a reason" }
        if diagnostics.hasErrors { return "accepted with errors" }
        var others = DiagnosticCollector()
        guard generate(files, into: &others) == module else { return "another run makes another module" }
        return (module.files + module.tests).lazy.compactMap(fault).first
    }

    private static func files(_ bytes: [UInt8]) -> [SourceFile] {
        var names: Set<String> = []
        return bytes.split(separator: 0x1E, omittingEmptySubsequences: false).compactMap { part in
            let line = part.prefix { $0 != 0x0A }
            let name = String(decoding: line, as: UTF8.self)
            // Two files of one name do not come out of a folder.
            guard names.insert(name).inserted else { return nil }
            return SourceFile(path: name, bytes: Array(part.dropFirst(line.count + 1)))
        }
    }

    private static func fault(of diagnostics: [Diagnostic], _ files: [SourceFile]) -> String? {
        let paths = Set(files.map(\.path))
        for diagnostic in diagnostics {
            let places = [diagnostic.location] + diagnostic.notes.map(\.location)
            for place in places where place.line < 1 || place.column < 1 || !paths.contains(place.file) {
                return "\(diagnostic.rule) has no place"
            }
            for place in places where (place.endLine, place.endColumn) < (place.line, place.column) {
                return "\(diagnostic.rule) ends before it begins"
            }
            if diagnostic.message.contains(where: \.isNewline) { return "\(diagnostic.rule) has more than one line" }
        }
        let text = DiagnosticFormatter(files: files).format(diagnostics)
        // Tabs stay tabs, so that the mark below them is in the right place.
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t"
        }
        return isPlain ? nil : "the diagnostics hold control characters"
    }

    private static func fault(of file: GeneratedFile) -> String? {
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { return "a file at \(file.path)" }
        guard file.path.hasSuffix(".swift") else { return nil }
        let code = HostileText.code(of: file.text)
        if code.contains("UNTERMINATED") { return "\(file.path) has a literal without an end" }
        return isBalanced(code) ? nil : "\(file.path) has brackets that do not match"
    }

    /// Whether the brackets of code without literals and comments match.
    private static func isBalanced(_ code: String) -> Bool {
        let pairs: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]
        var open: [Unicode.Scalar] = []
        for scalar in code.unicodeScalars {
            if let end = pairs[scalar] {
                open.append(end)
            } else if pairs.values.contains(scalar), open.popLast() != scalar {
                return false
            }
        }
        return open.isEmpty
    }
}
