import ArgumentParser
import Pipeline
import SpecYAML

/// What of the specs is no published fact, a line for each.
struct CertaintyList {
    private let remarks: [Certainty]

    /// Reads every spec.
    /// - Throws: The exit code of a spec error, after everything that is wrong was printed.
    init(_ arguments: SpecArguments) throws {
        remarks = try SpecFolders.reporting {
            var folders = SpecFolders()
            var remarks: [Certainty] = []
            for spec in try SpecFolders.resolve(arguments.specs) {
                remarks += try folders.read(spec, { resolve($0, into: &$1) })?.allCertainty ?? []
            }
            try folders.report(consequence: "nothing was listed")
            return remarks.sorted { $0.location < $1.location }
        }
    }

    /// Each with its place, its kind and what it is true of, and then how many there are.
    var lines: [String] {
        let counts = Certainty.Kind.allCases.map { kind in
            "\(remarks.count { $0.kind == kind }) \(kind.rawValue)"
        }
        return remarks.map { remark in
            let place = "\(remark.location.file):\(remark.location.line)"
            return "\(place): \(remark.kind.rawValue): \(remark.construct): \(remark.text)"
        } + [counts.joined(separator: ", ")]
    }
}
