public import SpecYAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads the files of a spec's folder.
public enum SpecFiles {
    /// Why a file or folder cannot be read.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The path, what is wrong with it, and what to do.
        public let description: String
    }

    /// All `*.yaml` files directly in a folder, sorted by name; hidden files and folders are passed over.
    ///
    /// Diagnostics show each file below `shownAs`, or below the folder as it was given.
    /// - Throws: What cannot be read, and why.
    public static func load(folder: String, shownAs: String? = nil) throws(Failure) -> [SourceFile] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Failure(description: "\(folder): is no folder that can be read; name the folder of a spec")
        }
        var files: [SourceFile] = []
        for name in names.filter(isSpec).sorted() {
            let bytes = try bytes(of: folder + "/" + name)
            files.append(SourceFile(path: shown(shownAs ?? folder, name), bytes: bytes))
        }
        return files
    }

    /// The bytes of a file, or of the file that a link leads to.
    /// - Throws: Why it cannot be read; a pipe or a device is never opened, since it may have no end.
    public static func bytes(of path: String) throws(Failure) -> [UInt8] {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        switch attributes?[.type] as? FileAttributeType {
        case .typeRegular?: break
        case .typeDirectory?: throw Failure(description: "\(path): is a folder; give it another name")
        case nil, .typeSymbolicLink?:
            let message = "\(path): is missing, or a link that leads nowhere; restore it, or remove the link"
            throw Failure(description: message)
        default: throw Failure(description: "\(path): is no regular file; move it away")
        }
        guard let data = FileManager.default.contents(atPath: target) else {
            throw Failure(description: "\(path): cannot be read; check its permissions")
        }
        return Array(data)
    }

    private static func isSpec(_ name: String) -> Bool {
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
    }

    private static func shown(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
