import Comparison
import Foundation
import Pipeline
import SpecYAML
import Synchronization

/// One change of the base spec: a construct of the dialect that is added, removed or changed.
struct CorpusPair: Sendable, CustomStringConvertible {
    struct Edit: Sendable {
        let file: String
        let old: String
        let new: String
    }

    let name: String
    let edits: [Edit]

    var description: String { name }
}

/// The pairs of versions that verdicts are judged by.
enum Corpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    /// A program that uses everything that the base's client has.
    static var program: String { folder.appending(path: "program.swift").path }

    static let base: [SourceFile] = load()

    static let baseAPI = Result { try resolve(base) }

    /// All pairs, in the order of their file.
    static let pairs: [CorpusPair] = read()

    /// What a witness sees otherwise than the verdict says, by the names of pairs, each with the reason.
    static func exceptions(of witness: String) -> [String: String] {
        let members = yaml("exceptions.yaml")?[witness]?.mapping ?? []
        return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value.scalar?.text ?? "") })
    }

    private static func load() -> [SourceFile] {
        (try? SpecFiles.load(folder: folder.appending(path: "base").path, shownAs: "spec/depot")) ?? []
    }

    private static func yaml(_ name: String) -> YAMLNode? {
        guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
        var diagnostics = DiagnosticCollector()
        return YAMLParser.parse(SourceFile(path: name, bytes: Array(data)), into: &diagnostics)
    }

    private static func read() -> [CorpusPair] {
        yaml("pairs.yaml")?.mapping?.map { member in
            let edits = member.value.sequence?.compactMap { edit -> CorpusPair.Edit? in
                guard let file = edit["in"]?.scalar?.text else { return nil }
                return CorpusPair.Edit(
                    file: file,
                    old: edit["old"]?.scalar?.text ?? "",
                    new: edit["new"]?.scalar?.text ?? ""
                )
            }
            return CorpusPair(name: member.key, edits: edits ?? [])
        } ?? []
    }

    /// The files of the new version.
    /// - Throws: What does not fit the base.
    static func files(of pair: CorpusPair) throws -> [SourceFile] {
        var texts = Dictionary(uniqueKeysWithValues: base.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        for edit in pair.edits {
            let path = "spec/depot/\(edit.file)"
            // Nothing to look for: the whole file goes.
            if edit.old.isEmpty {
                texts[path] = nil
                continue
            }
            guard let text = texts[path], text.ranges(of: edit.old).count == 1 else {
                throw CorpusFault(pair.name, edit.old)
            }
            texts[path] = text.replacing(edit.old, with: edit.new)
        }
        return base.compactMap { file in texts[file.path].map { SourceFile(path: file.path, text: $0) } }
    }

    /// What was worked out already, by the names of pairs.
    private static let known = Mutex((apis: [String: ResolvedAPI](), comparisons: [String: Comparison]()))

    /// What the new version of a pair means.
    static func api(of pair: CorpusPair) throws -> ResolvedAPI {
        if let api = known.withLock({ $0.apis[pair.name] }) { return api }
        let api = try resolve(files(of: pair))
        known.withLock { $0.apis[pair.name] = api }
        return api
    }

    /// What is said of a pair.
    static func comparison(_ pair: CorpusPair) throws -> Comparison {
        if let comparison = known.withLock({ $0.comparisons[pair.name] }) { return comparison }
        let comparison = try Comparison(baseAPI.get(), api(of: pair), oldFiles: base, newFiles: files(of: pair))
        known.withLock { $0.comparisons[pair.name] = comparison }
        return comparison
    }

    /// What some files mean.
    static func resolve(_ files: [SourceFile]) throws -> ResolvedAPI {
        var diagnostics = DiagnosticCollector()
        guard let api = Pipeline.resolve(files, into: &diagnostics) else {
            throw CorpusFault("spec", DiagnosticFormatter(files: files).format(diagnostics.all))
        }
        return api
    }
}

/// Why a pair is none.
struct CorpusFault: Error, CustomStringConvertible {
    let description: String

    init(_ pair: String, _ text: String) {
        description = "\(pair): \(text)"
    }
}
