import Foundation

/// Reads a repository through git's plumbing; nothing is checked out, and nothing is written.
struct GitRepository {
    /// The folder in which git is run.
    let folder: String

    /// The commit of a revision.
    func commit(_ revision: String) throws -> String {
        guard !revision.hasPrefix("-") else { throw ToolError("'\(revision)' is no revision") }
        let found = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
        guard found.code == 0 else { throw ToolError("git knows no revision '\(revision)' here") }
        return Self.line(found.output)
    }

    /// The commit from which the present one has left the default branch.
    func mergeBase() throws -> String {
        let head = try commit("HEAD")
        let branch = try defaultBranch()
        let found = try run(["merge-base", branch, head])
        guard found.code == 0 else { throw ToolError("git finds no commit that HEAD shares with \(branch)") }
        return Self.line(found.output)
    }

    private func defaultBranch() throws -> String {
        let remote = try run(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"])
        if remote.code == 0 { return Self.line(remote.output) }
        for branch in ["origin/main", "origin/master", "main", "master"] {
            if try run(["rev-parse", "--verify", "--quiet", "--end-of-options", branch]).code == 0 { return branch }
        }
        throw ToolError("git has no default branch here; name the old version, such as git:HEAD")
    }

    /// The names directly in a folder of a commit, and whether each is a folder; nil where there is no such folder.
    func names(in path: String, at commit: String) throws -> [(name: String, isFolder: Bool)]? {
        let found = try run(["ls-tree", "-z", "\(commit):\(path)"])
        guard found.code == 0 else { return nil }
        return String(decoding: found.output, as: UTF8.self).split(separator: "\0").compactMap { entry in
            let parts = entry.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (String(parts[1]), parts[0].contains(" tree "))
        }
    }

    /// The bytes of a file of a commit.
    func bytes(of path: String, at commit: String) throws -> [UInt8] {
        let found = try run(["cat-file", "blob", "\(commit):\(path)"])
        guard found.code == 0 else { throw ToolError("git cannot read \(path) at \(commit.prefix(12))") }
        return found.output
    }

    /// The path of the folder in the repository: empty at its root, or with a slash at its end.
    func prefix() throws -> String {
        let found = try run(["rev-parse", "--show-prefix"])
        guard found.code == 0 else { throw ToolError("this folder is in no git repository") }
        return Self.line(found.output)
    }

    private static func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    private func run(_ arguments: [String]) throws -> (code: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw ToolError("git cannot be run: \(error.localizedDescription)")
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus == 127 { throw ToolError("git is not installed") }
        return (process.terminationStatus, Array(bytes))
    }
}
