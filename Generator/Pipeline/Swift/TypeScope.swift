/// Which names of types mean another thing in a module than what generated code means by them, decided once for a module.
///
/// Where a spec's name meets one of the runtime, of the standard library or of Foundation, generated code writes that one in
/// full, by its module: `Swift::Collection`. A type of the spec is written so where a name inside another type would be in
/// its way: `Depot::Contacts`. Nothing that a spec declares can capture such a name.
struct TypeScope: Sendable, Hashable {
    /// Every name means what it says.
    static let plain = TypeScope(module: SwiftIdentifier(made: "Module"), declared: [], hidden: [], shared: [])

    private let module: SwiftIdentifier
    /// The modules of the types that the module's own declarations would take the place of, by name.
    private let foreign: [String: String]
    /// Types of the module that something else would take the place of.
    private let hidden: Set<String>
    /// Types of the module that another import has too: the compiler tells them apart where one is made, and nowhere else.
    private let shared: Set<String>

    /// Decides for a module that declares these types, at its top level or inside others.
    init(module: SwiftIdentifier, declared: some Sequence<String>, hidden: Set<String>, shared: Set<String> = []) {
        self.module = module
        foreign = declared.reduce(into: [:]) { foreign, name in foreign[name] = KnownNames.module(of: name) }
        self.hidden = hidden
        self.shared = shared
    }

    /// Whether any type of this module is written in full.
    func isForeign(in module: String) -> Bool { foreign.values.contains(module) }

    /// The source with the names in full that need it.
    ///
    /// - Parameter isMade: Whether it is the head of a call that makes a value.
    func qualified(_ code: SwiftCode, isMade: Bool = false) -> SwiftCode {
        guard !foreign.isEmpty || !hidden.isEmpty || !shared.isEmpty else { return code }
        var text = ""
        for piece in code.pieces {
            switch piece {
            case .other(let code): text += code
            case .type(let name):
                let isInFull = hidden.contains(name.text) || !isMade && shared.contains(name.text)
                text += isInFull ? "\(module.text)::\(name.member)" : name.declared
            case .literal(let code): text += qualified(code, after: text)
            }
        }
        // Once in full, the code is left as it is, whoever writes it.
        return SwiftCode([.other(text)])
    }

    /// This generator's source with the module before each name that needs it; what stands after a dot or in quotation marks
    /// is no such name.
    private func qualified(_ text: String, after start: String) -> String {
        // In what an enum conforms to, Swift 6.3 passes over the module before `::` (not the one before a dot).
        let isEnum = ["public enum ", "public indirect enum "].contains { (start + text).hasPrefix($0) }
        var result = ""
        var rest = text[...]
        var isQuoted = false
        while let first = rest.first {
            let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if word.isEmpty {
                if first == "\"" { isQuoted.toggle() }
                result.append(rest.removeFirst())
                continue
            }
            if let module = foreign[String(word)], !isQuoted, (result.last ?? start.last) != "." {
                result += isEnum ? "\(module)." : "\(module)::"
            }
            result += word
            rest = rest.dropFirst(word.count)
        }
        return result
    }
}
