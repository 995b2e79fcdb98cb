import Foundation

/// What the output folder needs of the file system; it never follows a symbolic link.
enum FileTree {
    /// What stands at a path.
    enum Kind {
        case file
        case folder
        case other
    }

    /// The ending of files that are still being written.
    static let temporaryEnding = ".waybill-new"

    /// What stands at a path itself, links not followed; nil: nothing.
    static func kind(of path: String) -> Kind? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular?: return .file
        case .typeDirectory?: return .folder
        default: return .other
        }
    }

    /// The paths of all regular files below a folder, relative to it and sorted.
    static func regularFiles(below root: String) throws(OutputError) -> [String] {
        guard let kind = kind(of: root) else { return [] }
        guard kind == .folder else { throw .obstructed(path: root) }
        var files: [String] = []
        var open = [""]
        while let folder = open.popLast() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
            for name in names.sorted() {
                let path = folder.isEmpty ? name : folder + "/" + name
                switch Self.kind(of: root + "/" + path) {
                case .folder?: open.append(path)
                case .file?: files.append(path)
                default: continue
                }
            }
        }
        return files.sorted()
    }

    /// The text of a file; invalid UTF-8 is repaired, which makes it differ from any generated text.
    static func read(_ path: String, shownAs name: String) throws(OutputError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(path: name, reason: "cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Writes a text into a new file in the same folder.
    static func write(_ text: String, beside path: String, shownAs name: String) throws(OutputError) {
        let temporary = path + temporaryEnding
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .failed(path: name, reason: "cannot be written")
        }
        // A link of that name must not be written through.
        removeQuietly(temporary)
        guard create(temporary, text) else { throw .failed(path: name, reason: "cannot be written") }
    }

    /// Writes a new file; false, and nothing is left of it, where that cannot be done.
    ///
    /// It is not flushed to the disk, which for a thousand files takes longer than everything else: what a power cut spoils is generated
    /// again.
    private static func create(_ path: String, _ text: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { return false }
        var text = text
        var isWritten = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(file, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return true
        }
        isWritten = close(file) == 0 && isWritten
        if !isWritten { removeQuietly(path) }
        return isWritten
    }

    /// Moves what was written beside a place there, over what stands there, in one step.
    static func move(to path: String, shownAs name: String) throws(OutputError) {
        guard rename(path + temporaryEnding, path) == 0 else { throw .failed(path: name, reason: "cannot be replaced") }
    }

    /// Whether files of a folder can be deleted.
    static func isWritable(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

    /// The innermost folder above a path, or at it, that exists.
    static func existingFolder(at path: String) -> String {
        var folder = URL(fileURLWithPath: path)
        while folder.path != "/", kind(of: folder.path) == nil { folder.deleteLastPathComponent() }
        return folder.path
    }

    /// Deletes a file; one that is gone already is no fault.
    static func remove(_ path: String, shownAs name: String) throws(OutputError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .failed(path: name, reason: "cannot be deleted") }
    }

    /// Deletes a file if it is there.
    static func removeQuietly(_ path: String) {
        unlink(path)
    }

    /// Deletes the folders above a path that are empty, up to a root that stays.
    static func removeEmptyFolders(above path: String, downTo root: String) {
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let end = URL(fileURLWithPath: root).path
        while folder.count > end.count, rmdir(folder) == 0 {
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
    }
}
