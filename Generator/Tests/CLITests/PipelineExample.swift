import Foundation
import Testing

/// One of the pipelines that spec/DIFF.md shows, and its commands, in their order.
struct PipelineExample {
    let text: String

    /// - Parameter file: The path that the page names at the beginning of the pipeline.
    init(file: String) throws {
        let page = try String(contentsOf: Self.repository.appending(path: "spec/DIFF.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```yaml\n# \(file)\n")
        try #require(parts.count == 2)
        text = String(parts[1].components(separatedBy: "\n```")[0])
    }

    /// The repository's own folder.
    static let repository = URL(filePath: #filePath).appending(path: "../../../..").standardized

    /// What stands behind a key, as it is written.
    func value(_ key: String) -> String? {
        text.split(separator: "\n").lazy.compactMap { line in
            let trimmed = line.trimmingPrefix { $0 == " " || $0 == "-" }
            return trimmed.hasPrefix("\(key): ") ? String(trimmed.dropFirst(key.count + 2)) : nil
        }.first
    }

    /// The commands of GitHub's steps.
    var steps: [String] {
        text.split(separator: "\n").compactMap { line in
            line.firstRange(of: "- run: ").map { String(line[$0.upperBound...]) }
        }
    }

    /// The commands of GitLab's `before_script` and `script`.
    var script: [String] {
        var isScript = false
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("    - ") else {
                isScript = line.hasSuffix("script:")
                return nil
            }
            guard isScript else { return nil }
            let command = line.dropFirst("    - ".count)
            return String(command.hasPrefix("'") ? command.dropFirst().dropLast() : command)
        }
    }
}
