import SpecYAML
import Testing
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

@testable import Pipeline

/// What the runtime writes as a form is read back as the members that were written.
@Suite struct FormTests {
    private static let notations = FormNotation.Lists.allCases.flatMap { lists in
        FormNotation.Objects.allCases.map { FormNotation(lists: lists, objects: $0) }
    }

    /// What has no types to say what a text was.
    private static let untyped = ["any_json", "object"]

    private struct Sample {
        let shape: ShapeMatrix.Shape
        let member: ResolvedMember
        let object: JSONObject
    }

    private static let samples: [Sample] = ShapeMatrix.all.compactMap { shape in
        var diagnostics = DiagnosticCollector()
        guard shape.place == .argument else { return nil }
        let api = resolve(ShapeMatrix.files([shape]), into: &diagnostics)
        let body = api?.operations.first { !$0.body.isEmpty && $0.name.hasPrefix("write") }?.body
        guard let member = body?.members.first, let value = try? JSONValue(parsing: shape.json) else { return nil }
        return Sample(shape: shape, member: member, object: [member.wireName: value])
    }

    @Test("every shape that the rules let into a form is written, and read as what it was", arguments: notations)
    func shapes(_ notation: FormNotation) throws {
        #expect(Self.samples.count > 100)
        for sample in Self.samples {
            var scan = FormScan(notation: notation)
            scan.look(at: sample.member)
            guard scan.problem == nil else { continue }
            // The only empty element of the matrix, which no type can rule out.
            if sample.shape.wrapping.name == "lists" { continue }
            let isUntyped = Self.untyped.contains(sample.shape.leaf.name)
            guard
                let text = isUntyped
                    ? try? FormWriter.text(of: sample.object, as: notation)
                    : try FormWriter.text(of: sample.object, as: notation)
            else { continue }
            let fields = try FormTree.fields(of: Array(text.utf8))
            #expect(FormText.text(of: fields) == text, "\(sample.shape)")
            let read = FormReader(notation: notation).object(try FormTree(fields, notation), [sample.member])
            #expect(isUntyped || read == sample.object, "\(sample.shape) as \(text)")
        }
    }

    @Test("what a list of a form has no place for is refused by the rules, and not only when it is sent")
    func refused() {
        let nested = Self.samples.filter {
            $0.shape.wrapping.name == "maps" || $0.shape.description.hasPrefix("list<Point>")
        }
        #expect(!nested.isEmpty)
        for sample in nested {
            for notation in Self.notations {
                var scan = FormScan(notation: notation)
                scan.look(at: sample.member)
                #expect((scan.problem == nil) == (notation.lists == .indexed), "\(sample.shape)")
            }
        }
    }

    @Test(
        "names that lead nowhere, and values beside members, are refused",
        arguments: ["a[b=1", "a]b=1", "a[b]c=1", "[b]=1", "=1", "a=1&a[b]=2", "a[b]=2&a=1", "a=%zz", "a=%ff", "a=%4"]
    )
    func broken(text: String) {
        #expect(throws: FormTree.Problem.self) {
            try FormTree(FormTree.fields(of: Array(text.utf8)), FormNotation())
        }
    }

    @Test("a name of any depth is refused, or read without overflowing the stack")
    func depth() {
        let text = "a" + String(repeating: "[b]", count: 100_000) + "=1"
        #expect(throws: FormTree.Problem.self) {
            try FormTree(FormTree.fields(of: Array(text.utf8)), FormNotation())
        }
    }
}
