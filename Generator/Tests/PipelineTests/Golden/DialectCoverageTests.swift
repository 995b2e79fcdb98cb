import SpecYAML
import Testing

@testable import Pipeline

/// What the golden files prove, they prove of the whole dialect.
@Suite struct DialectCoverageTests {
    /// What Courier cannot have, since an API says it once and in one form, and the golden spec that has it.
    private static let elsewhere = [
        "api.encoding": "Shapes",
        "api.encoding = form": "Shapes",
        "api.envelope = list": "Shapes",
        "errors.codes = list": "Shapes",
        "errors.form": "Ledger",
        "errors.form = problem": "Ledger",
        "errors.refusal": "Ledger",
        "exponentialDelay.jitter = full": "Connectly",
        "linearDelay.linear": "SimpleConnect",
        "refusal.at": "Ledger",
        "refusal.equals": "Walinko",
        "refusal.unless": "Ledger",
        "retry.retryAfter = none": "SimpleConnect",
        "retryAfter.jitter = usual": "Connectly",
        "tableDelay.jitter": "Shapes",
        "tableDelay.jitter = duration": "Walinko",
        "tableDelay.jitter = none": "Shapes",
        "tableDelay.table": "Shapes",
    ]

    /// What means the same as nothing, and forms that no golden spec has room for beside the others.
    private static let usual = [
        "api.encoding = json", "api.encoding = multipart", "api.envelope = none", "webhook.body = json",
    ]

    @Test("Courier has every key, word, form, wire format and constraint of the dialect")
    func courier() throws {
        let missing = DialectCoverage.all.subtracting(try Self.found(in: "Courier"))
        #expect(missing.sorted() == (Self.elsewhere.keys + Self.usual).sorted())
    }

    @Test("what Courier cannot have stands in another golden spec")
    func others() throws {
        for (construct, name) in Self.elsewhere {
            #expect(try Self.found(in: name).contains(construct), "\(construct) in \(name)")
        }
    }

    private static func found(in name: String) throws -> Set<String> {
        var coverage = DialectCoverage()
        var diagnostics = DiagnosticCollector()
        for file in try files(of: name) {
            coverage.read(try #require(YAMLParser.parse(file, into: &diagnostics)))
        }
        return coverage.found
    }

    private static func files(of name: String) throws -> [SourceFile] {
        switch name {
        case "Courier": try GoldenCase.courier.files
        case "Ledger": try GoldenCase.ledger.files
        case "Shapes": ShapeMatrix.files(ShapeMatrix.all)
        default: try GoldenCase.published(name).files
        }
    }
}
