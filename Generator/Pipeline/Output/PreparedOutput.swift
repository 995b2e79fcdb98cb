/// The changes of an output folder, each written beside its place: committed, they are made one after the other.
public struct PreparedOutput: Sendable {
    let root: String
    /// The innermost folder at or above the root that was there before.
    let ground: String
    let changes: [OutputChange]

    /// Makes all changes; where one cannot be made, those before it are taken back.
    public func commit() throws(OutputError) {
        var made: [OutputChange] = []
        do throws(OutputError) {
            // Stale files go last, when everything that belongs there stands there.
            for change in changes.filter({ $0.new != nil }) + changes.filter({ $0.new == nil }) {
                try make(change)
                made.append(change)
            }
        } catch {
            for change in made.reversed() { undo(change) }
            discard()
            throw error
        }
    }

    /// Takes all changes back once they were made, as far as the file system lets it.
    public func undo() {
        for change in changes { undo(change) }
    }

    /// Deletes what was written beside its place, and the folders that were made for it.
    public func discard() {
        for change in changes where change.new != nil {
            FileTree.removeQuietly(at(change.path) + FileTree.temporaryEnding)
            FileTree.removeEmptyFolders(above: at(change.path), downTo: ground)
        }
    }

    private func at(_ path: String) -> String { root + "/" + path }

    private func make(_ change: OutputChange) throws(OutputError) {
        guard change.new == nil else { return try FileTree.move(to: at(change.path), shownAs: change.path) }
        try FileTree.remove(at(change.path), shownAs: change.path)
        FileTree.removeEmptyFolders(above: at(change.path), downTo: root)
    }

    private func undo(_ change: OutputChange) {
        guard let old = change.old else {
            FileTree.removeQuietly(at(change.path))
            return FileTree.removeEmptyFolders(above: at(change.path), downTo: ground)
        }
        guard (try? FileTree.write(old, beside: at(change.path), shownAs: change.path)) != nil else { return }
        try? FileTree.move(to: at(change.path), shownAs: change.path)
    }
}
