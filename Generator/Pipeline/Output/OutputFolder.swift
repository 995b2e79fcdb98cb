import Foundation

/// A folder of generated files: compares it with what belongs there, and makes it so.
///
/// Only files with the generator's mark are ever overwritten or deleted, and only inside the folder.
public struct OutputFolder: Sendable {
    private let root: String

    /// Names a folder, which need not exist.
    public init(path: String) {
        root = path
    }

    /// What has to change so that the folder holds exactly these generated files, sorted by path.
    public func changes(for files: [GeneratedFile]) throws(OutputError) -> [OutputChange] {
        try check(files)
        var changes: [OutputChange] = []
        for file in files {
            let old = try existing(file.path)
            // By bytes: two strings can be equal and still differ in how their letters are composed.
            let isSame = old.map { $0.utf8.elementsEqual(file.text.utf8) } ?? false
            if !isSame { changes.append(OutputChange(path: file.path, old: old, new: file.text)) }
        }
        let wanted = Set(files.map(\.path))
        for path in try FileTree.regularFiles(below: root) where !wanted.contains(path) {
            let text = try FileTree.read(at(path), shownAs: path)
            guard GeneratedMark.isPresent(in: text) else { continue }
            changes.append(OutputChange(path: path, old: text, new: nil))
        }
        return changes.sorted { $0.path < $1.path }
    }

    /// Makes the changes: everything is written beside its place first, then moved there, then stale files go.
    ///
    /// Files that are as they should be are not touched.
    public func apply(_ changes: [OutputChange]) throws(OutputError) { try prepare(changes).commit() }

    /// Writes everything beside its place, so that little can keep it from being moved there.
    /// - Throws: What cannot be written; nothing is left of the others then.
    public func prepare(_ changes: [OutputChange]) throws(OutputError) -> PreparedOutput {
        let prepared = PreparedOutput(root: root, ground: FileTree.existingFolder(at: root), changes: changes)
        do throws(OutputError) {
            for change in changes {
                if let text = change.new {
                    try FileTree.write(text, beside: at(change.path), shownAs: change.path)
                } else if !FileTree.isWritable(URL(fileURLWithPath: at(change.path)).deletingLastPathComponent().path) {
                    throw .failed(path: change.path, reason: "cannot be deleted")
                }
            }
        } catch {
            prepared.discard()
            throw error
        }
        return prepared
    }

    /// Deletes what a run that was broken off has left beside its places.
    public func removeLeftovers() throws(OutputError) {
        for path in try FileTree.regularFiles(below: root) where path.hasSuffix(FileTree.temporaryEnding) {
            try FileTree.remove(at(path), shownAs: path)
            FileTree.removeEmptyFolders(above: at(path), downTo: root)
        }
    }

    private func at(_ path: String) -> String { root + "/" + path }

    private func check(_ files: [GeneratedFile]) throws(OutputError) {
        var seen: Set<String> = []
        for file in files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            let isSafe = parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.unicodeScalars.allSatisfy {
                        $0.value >= 0x20 && $0 != "\\" && $0 != ":" && $0.value != 0x7F
                    }
            }
            guard isSafe else { throw .outside(path: file.path) }
            guard seen.insert(file.path.lowercased()).inserted else { throw .duplicate(path: file.path) }
        }
    }

    /// The text of a generated file that is there already.
    private func existing(_ path: String) throws(OutputError) -> String? {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            guard let kind = FileTree.kind(of: folder) else { return nil }
            guard kind == .folder else { throw .obstructed(path: String(folder.dropFirst(root.count + 1))) }
        }
        guard let kind = FileTree.kind(of: at(path)) else { return nil }
        guard kind == .file else { throw .obstructed(path: path) }
        let text = try FileTree.read(at(path), shownAs: path)
        guard GeneratedMark.isPresent(in: text) else { throw .foreign(path: path) }
        return text
    }
}
