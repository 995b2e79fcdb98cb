import Foundation
import Testing

@testable import Pipeline

@Suite struct KnownTypesTests {
    @Test("The generator knows the module of every type that generated code names")
    func types() throws {
        let golden = "Generator/Tests/PipelineTests/Fixtures/Golden"
        let sources = ArchitectureTests.root.appending(path: "Sources")
        // What is generated has a catalog of its own; the names of modules that are written by hand say whose they are.
        let clients = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { !$0.hasPrefix("Waybill") }
            .filter { FileManager.default.fileExists(atPath: sources.appending(path: "\($0)/\($0).docc").path) }
            .map { "Sources/\($0)" }
        let folders = clients + ["\(golden)/Courier/Courier", "\(golden)/Shapes/Shapes"]
        #expect(folders.count >= 6)
        for folder in folders {
            let files = ArchitectureTests.sources(below: folder).map { SourceNames(folder: folder, text: $0.text) }
            let own = files.reduce(into: Set<String>()) { $0.formUnion($1.own) }
            let named = files.reduce(into: Set<String>()) { $0.formUnion($1.mentioned.subtracting($1.modules)) }
            #expect(named.count > 30)
            // The label of an import, the parameter of an error's own `Failure`, a word of the language, and the module, which
            // stands before names that something inside a type has too.
            let module = folder.split(separator: "/").last.map { String($0) } ?? ""
            let others = own.union(["Generated", "Details", "Self", module])
            let unknown = named.subtracting(others).filter { KnownNames.module(of: $0) == nil }
            #expect(unknown.sorted() == [], "\(folder)")
        }
    }
}
