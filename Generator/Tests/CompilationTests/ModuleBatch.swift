@testable import Pipeline

/// Specs whose modules the compiler may take as one, since no name of one of them means anything in another.
struct ModuleBatch {
    /// A spec with what was made of it.
    struct Member {
        let seed: UInt64
        let spec: RandomSpec
        let module: GeneratedModule
        let names: Set<String>

        /// Renders what a spec means.
        init(_ seed: UInt64, _ spec: RandomSpec, _ api: ResolvedAPI) {
            (self.seed, self.spec, module) = (seed, spec, render(api))
            let paths = (module.files + module.tests).map { file in
                file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
            }
            names = Set(paths).subtracting(["exports.swift"])
        }

        /// Whether another module's types can mean nothing in its code.
        ///
        /// Its tests import it by its own name, which has to be one of a kind for that.
        fileprivate var canShare: Bool {
            module.name.contains("q1z") && !(module.files + module.tests).contains { $0.text.contains("::") }
        }
    }

    private(set) var members: [Member] = []

    /// Takes a spec in; false where it cannot share a module with those that are there.
    mutating func add(_ member: Member) -> Bool {
        guard member.canShare, members.allSatisfy({ $0.names.isDisjoint(with: member.names) }) else { return false }
        members.append(member)
        return true
    }

    /// The module of all members.
    var module: GeneratedModule {
        let files = members.flatMap { $0.module.files.filter { $0.path.hasSuffix(".swift") } }
        let exports = files.filter { $0.path == "Exports.swift" }.max { $0.text.utf8.count < $1.text.utf8.count }
        let tests = members.flatMap { member in
            member.module.tests.map { test in
                let text = test.text.replacing("import \(member.module.name)\n", with: "import Probe\n")
                return GeneratedFile(path: test.path, text: text)
            }
        }
        return GeneratedModule(
            name: "Probe",
            files: files.filter { $0.path != "Exports.swift" } + [exports].compactMap(\.self),
            tests: tests
        )
    }
}
