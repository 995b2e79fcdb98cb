/// Which folder of hand-written code names the types of which other folder.
struct FolderGraph {
    /// The arrows: a folder, and the folders whose types it names.
    private(set) var arrows: [String: Set<String>] = [:]

    /// Reads files, each with its path from the repository's root.
    init(_ files: [(path: String, text: String)]) {
        let sources = files.compactMap { path, text in
            let folder = Self.folder(of: path)
            return folder.isEmpty ? nil : SourceNames(folder: folder, text: text)
        }
        var homes: [String: [SourceNames]] = [:]
        for source in sources {
            arrows[source.folder] = arrows[source.folder] ?? []
            for name in source.declared { homes[name, default: []].append(source) }
        }
        for source in sources {
            for name in source.mentioned.subtracting(source.own) {
                let visible = (homes[name] ?? []).filter { source.modules.contains($0.module) }
                // Of two types with one name that of the own module is meant.
                guard let home = visible.first(where: { $0.module == source.module }) ?? visible.first else { continue }
                if home.folder != source.folder { arrows[source.folder, default: []].insert(home.folder) }
            }
        }
    }

    /// The folder below Sources or Generator, which are themselves no folders of the picture.
    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().dropFirst().joined(separator: "/")
    }
}
