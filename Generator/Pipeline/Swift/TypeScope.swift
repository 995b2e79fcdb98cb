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
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let word = bytes[index...].prefix { Self.isWord($0) }
            if word.isEmpty {
                if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
                result.append(bytes[index])
                index += 1
                continue
            }
            let isMember = (result.last ?? start.utf8.last) == UInt8(ascii: ".")
            if !isQuoted, !isMember, let module = foreign[String(decoding: word, as: UTF8.self)] {
                result += Array((module + Self.separator(in: start + text)).utf8)
            }
            result += word
            index = word.endIndex
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What stands between a module and a name: in what an enum conforms to, Swift 6.3 passes over the module before `::` (not the
    /// one before a dot).
    private static func separator(in line: String) -> String {
        ["public enum ", "public indirect enum "].contains { line.hasPrefix($0) } ? "." : "::"
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
