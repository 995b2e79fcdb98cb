public import SpecYAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads the files of a spec's folder.
public enum SpecFiles {
    /// All `*.yaml` files directly in a folder, sorted by name; hidden files and folders are passed over.
    ///
    /// Diagnostics show each file below `shownAs`, or below the folder as it was given.
    /// - Throws: Foundation's error if the folder or a file cannot be read.
    public static func load(folder: String, shownAs: String? = nil) throws -> [SourceFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try names.filter(isSpec).sorted().map { name in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            return SourceFile(path: shown(shownAs ?? folder, name), bytes: Array(bytes))
        }
    }

    private static func isSpec(_ name: String) -> Bool {
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
    }

    private static func shown(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
