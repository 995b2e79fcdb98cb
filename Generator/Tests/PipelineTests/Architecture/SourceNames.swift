/// The names of types in one file of Swift: enough of a parser to draw arrows between folders, and no more.
struct SourceNames {
    /// The folder, and the module that it belongs to.
    let folder: String
    let module: String
    /// The modules whose types the file can name.
    private(set) var modules: Set<String>
    /// The types that other files can name.
    private(set) var declared: Set<String> = []
    /// All types that the file declares, nested ones and generic parameters among them.
    private(set) var own: Set<String> = []
    /// The words with a capital letter that no dot precedes.
    private(set) var mentioned: Set<String> = []

    private static let keywords: Set<String> = [
        "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype",
    ]

    init(folder: String, text: String) {
        self.folder = folder
        module = folder.split(separator: "/").first.map(String.init) ?? ""
        modules = [module]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) { read(Array(line)) }
        // The runtime hands its JSON on.
        if modules.contains("WaybillRuntime") { modules.insert("WaybillJSON") }
    }

    private mutating func read(_ line: [UInt8]) {
        var previous = ""
        var isImport = false
        var index = 0
        while index < line.count {
            if line[index] == UInt8(ascii: "/"), index + 1 < line.count, line[index + 1] == UInt8(ascii: "/") { return }
            if line[index] == UInt8(ascii: "\"") {
                index = Self.end(ofLiteral: index, in: line)
                continue
            }
            guard Self.isLetter(line[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < line.count, Self.isLetter(line[index]) || Self.isDigit(line[index]) { index += 1 }
            let word = String(decoding: line[start..<index], as: UTF8.self)
            if isImport, !Self.keywords.contains(word) {
                // The line names a module, and perhaps one thing of it: nothing that the file declares.
                modules.insert(word)
                return
            }
            isImport = isImport || word == "import"
            note(
                word,
                after: previous,
                before: start > 0 ? line[start - 1] : 0,
                isTopLevel: Self.isLetterOrMark(line[0])
            )
            previous = word
        }
    }

    private mutating func note(_ word: String, after previous: String, before byte: UInt8, isTopLevel: Bool) {
        guard let first = word.utf8.first, Self.isCapital(first) else { return }
        if Self.keywords.contains(previous) {
            own.insert(word)
            if isTopLevel { declared.insert(word) }
        } else if byte == UInt8(ascii: "<"), previous.utf8.first.map({ !Self.isCapital($0) }) == true {
            // The parameter of a generic function; that of a type is not named elsewhere.
            own.insert(word)
        } else if byte != UInt8(ascii: ".") {
            mentioned.insert(word)
        }
    }

    /// Interpolations are passed over with the literal: what they name is named elsewhere too.
    private static func end(ofLiteral start: Int, in line: [UInt8]) -> Int {
        var index = start + 1
        while index < line.count, line[index] != UInt8(ascii: "\"") {
            index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        isCapital(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    }
    private static func isLetterOrMark(_ byte: UInt8) -> Bool { isLetter(byte) || byte == UInt8(ascii: "@") }
}
