import Foundation

/// What the compiler says that a module declares.
struct SymbolGraph {
    private struct File: Decodable {
        let symbols: [Symbol]
    }

    private struct Symbol: Decodable {
        struct Kind: Decodable { let identifier: String }
        let kind: Kind
        let pathComponents: [String]
    }

    private static let typeKinds: Set<String> = [
        "swift.struct", "swift.enum", "swift.class", "swift.protocol", "swift.typealias", "swift.associatedtype",
        // An attribute is looked up as a type is.
        "swift.macro",
    ]
    private static let memberKinds: Set<String> = [
        "swift.property", "swift.type.property", "swift.method", "swift.type.method", "swift.enum.case",
        "swift.typealias", "swift.associatedtype",
    ]

    /// The names of the types at the module's top level.
    let types: Set<String>
    /// The names of what stands inside each of those types, in extensions of this module too.
    let members: [String: Set<String>]

    /// Has the compiler tell it.
    ///
    /// - Parameter others: The modules whose types it extends, that count as well.
    init(_ module: String, extending others: [String] = []) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "waybill-symbols-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try ModuleCompiler.extractSymbols(of: module, into: folder.path)
        let files = ["\(module).symbols.json"] + others.map { "\(module)@\($0).symbols.json" }
        let symbols = try files.flatMap { name -> [Symbol] in
            guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path) else { return [] }
            return try JSONDecoder().decode(File.self, from: data).symbols
        }
        types = Set(
            symbols.filter { $0.pathComponents.count == 1 && Self.typeKinds.contains($0.kind.identifier) }
                .compactMap { $0.pathComponents.first?.split(separator: "(").first.map(String.init) }
        )
        members = symbols.reduce(into: [:]) { members, symbol in
            guard symbol.pathComponents.count == 2, Self.memberKinds.contains(symbol.kind.identifier) else { return }
            let name = symbol.pathComponents[1].prefix { $0 != "(" }
            // Operators are no names.
            guard name.first?.isLetter == true else { return }
            members[symbol.pathComponents[0], default: []].insert(String(name))
        }
    }
}
