import Foundation
import Pipeline
import SpecYAML

/// Where one side of a comparison comes from.
enum SpecVersion {
    case folder(String)
    /// A folder of a commit, by its path from the root of the repository.
    case commit(String, path: String, GitRepository)

    /// Reads an argument: a folder, `git:REVISION`, or `REVISION:path`.
    static func named(_ argument: String, in repository: GitRepository) throws -> SpecVersion {
        if argument.hasPrefix("git:") {
            let rest = argument.dropFirst(4)
            guard let colon = rest.firstIndex(of: ":") else { return try revision(String(rest), "spec", repository) }
            return try revision(String(rest[..<colon]), String(rest[rest.index(after: colon)...]), repository)
        }
        if !FileManager.default.fileExists(atPath: argument), let colon = argument.firstIndex(of: ":") {
            let path = String(argument[argument.index(after: colon)...])
            return try revision(String(argument[..<colon]), path, repository)
        }
        return .folder(argument)
    }

    /// A commit's folder, by its path from where the tool is run.
    static func revision(_ revision: String, _ path: String, _ repository: GitRepository) throws -> SpecVersion {
        .commit(try repository.commit(revision), path: try repository.prefix() + trimmed(path), repository)
    }

    private static func trimmed(_ path: String) -> String {
        String(path.drop { $0 == "." || $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    }

    /// The specs, each with the name of its folder: the folder itself where it holds an api.yaml, or else those in it.
    func specs() throws -> [(name: String, files: [SourceFile], accepted: SourceFile?)] {
        let names = try self.names(below: "")
        if names.contains(where: { $0.name == "api.yaml" }) { return [try spec("")] }
        let found = try names.filter(\.isFolder).map(\.name).sorted().filter { folder in
            try self.names(below: folder).contains { $0.name == "api.yaml" }
        }.map(spec)
        guard !found.isEmpty else { throw ToolError("\(shown): there is no api.yaml in it, nor in a folder of it") }
        return found
    }

    private func spec(_ folder: String) throws -> (name: String, files: [SourceFile], accepted: SourceFile?) {
        let names = try self.names(below: folder).filter { !$0.isFolder }.map(\.name).sorted()
        let files = try names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { try file($0, in: folder) }
        let accepted = try names.first { $0 == ".accepted.yaml" }.map { try file($0, in: folder) }
        return ((joined(folder) as NSString).lastPathComponent, files, accepted)
    }

    private func file(_ name: String, in folder: String) throws -> SourceFile {
        let below = folder.isEmpty ? name : "\(folder)/\(name)"
        switch self {
        case .folder(let path):
            let path = path == "." ? below : "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(below)"
            return SourceFile(path: path, bytes: try SpecFiles.bytes(of: path))
        case .commit(let commit, let path, let repository):
            return SourceFile(path: joined(below), bytes: try repository.bytes(of: "\(path)/\(below)", at: commit))
        }
    }

    private func names(below folder: String) throws -> [(name: String, isFolder: Bool)] {
        switch self {
        case .folder:
            let path = joined(folder)
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw ToolError("\(path) is no folder that can be read")
            }
            return names.map { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                return (name, isFolder.boolValue)
            }
        case .commit(let commit, _, let repository):
            guard let names = try repository.names(in: joined(folder), at: commit) else {
                throw ToolError("\(shown): there is no such folder")
            }
            return names
        }
    }

    private func joined(_ below: String) -> String {
        switch self {
        case .folder(let path): below.isEmpty ? path : "\(path)/\(below)"
        case .commit(_, let path, _): below.isEmpty ? path : "\(path)/\(below)"
        }
    }

    /// What messages call it.
    var shown: String {
        switch self {
        case .folder(let path): path
        case .commit(let commit, let path, _): "\(commit.prefix(12)):\(path)"
        }
    }
}
