import Foundation
import SpecYAML
import Testing

@testable import Pipeline

/// What is accepted compiles: each shape of type in each place is refused with a located error, or is part of the golden module
/// `Shapes`, which the root package compiles and runs.
@Suite struct ShapeMatrixTests {
    private static func diagnostics(_ shapes: [ShapeMatrix.Shape]) -> (api: ResolvedAPI?, found: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let api = resolve(ShapeMatrix.files(shapes), into: &diagnostics)
        return (api, diagnostics.all)
    }

    private static let accepted = ShapeMatrix.all.filter { diagnostics([$0]).api != nil }

    @Test("a shape is accepted, or refused with one located error that says why", arguments: ShapeMatrix.Place.allCases)
    func refused(place: ShapeMatrix.Place) {
        for shape in ShapeMatrix.all where shape.place == place {
            let (api, found) = Self.diagnostics([shape])
            #expect((api == nil) == !found.isEmpty, "\(shape)")
            #expect(found.count <= 1, "\(shape): \(found.map { "\($0.location.line) \($0.message)" })")
            #expect(found.allSatisfy { $0.rule == "batch" }, "\(shape): \(found)")
            #expect(found.allSatisfy { $0.location.file == "spec/shapes/shapes.yaml" && $0.location.line > 1 })
        }
    }

    @Test("only batches are refused: where something is sent, and inside other containers")
    func batches() {
        let refused = ShapeMatrix.all.filter { Self.diagnostics([$0]).api == nil }
        #expect(refused.allSatisfy { $0.type.contains("batch<") })
        let sent: [ShapeMatrix.Place] = [.argument, .requestModel]
        for shape in ShapeMatrix.all where shape.type.contains("batch<") {
            let isRefused = sent.contains(shape.place) || shape.type.hasPrefix("list<")
            #expect((Self.diagnostics([shape]).api == nil) == isRefused, "\(shape)")
        }
    }

    @Test("all accepted shapes are rendered as the golden files have them; RECORD_GOLDENS=1 rewrites them")
    func golden() throws {
        var diagnostics = DiagnosticCollector()
        let files = ShapeMatrix.files(Self.accepted)
        let generated = generate(files, into: &diagnostics)
        let module = try #require(
            generated,
            "\(DiagnosticFormatter(files: files).format(diagnostics.all).prefix(3000))"
        )
        let folders = [
            (OutputFolder(path: GoldenCase.folder("Shapes/Shapes")), module.files),
            (OutputFolder(path: GoldenCase.folder("Shapes/ShapesTests/Generated")), module.tests),
        ]
        for (folder, files) in folders {
            let changes = try folder.changes(for: files)
            if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" { try folder.apply(changes) }
            #expect(changes.isEmpty, "look at each change: \(changes.map(\.path))")
        }
    }
}
