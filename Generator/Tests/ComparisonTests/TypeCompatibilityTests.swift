import Testing

@testable import Comparison
@testable import Pipeline

@Suite struct TypeCompatibilityTests {
    private static func finding(_ old: String, _ new: String, isOptional: Bool = false) throws -> Finding? {
        let types = try [old, new].map { word in
            let format = try #require(WireFormat.named(word.filter { $0 != "?" }))
            return word.hasSuffix("?") ? ResolvedType.optional(.format(format)) : .format(format)
        }
        return TypeCompatibility(renames: [:]).finding(from: types[0], to: types[1], isOptional: isOptional)
    }

    @Test("The samples tell every two formats apart")
    func samples() {
        let sets = WireFormat.all.map { TypeCompatibility.samples(of: $0) }
        #expect(Set(sets).count == WireFormat.all.count)
        #expect(sets.map(\.count).min() ?? 0 > 0)
    }

    @Test("A format is widened to one that reads all that it takes, and narrowed to one that reads less")
    func formats() throws {
        #expect(try Self.finding("int", "double") == .typeWidened)
        #expect(try Self.finding("double", "int") == .typeNarrowed)
        #expect(try Self.finding("string", "id") == .typeWidened)
        #expect(try Self.finding("int", "id") == .typeWidened)
        #expect(try Self.finding("bool", "bool.text") == .typeWidened)
        #expect(try Self.finding("timestamp", "string") == .typeWidened)
        #expect(try Self.finding("string", "int") == .typeChanged)
        #expect(try Self.finding("string", "int", isOptional: true) == .optionalTypeChanged)
        #expect(try Self.finding("int", "double", isOptional: true) == .optionalTypeWidened)
        #expect(try Self.finding("object", "json") == .typeWidened)
        #expect(try Self.finding("int", "int") == nil)
    }

    @Test("A question mark decides by itself where the type is the same")
    func presence() throws {
        #expect(try Self.finding("int", "int?") == .becameOptional)
        #expect(try Self.finding("int?", "int") == .becameRequired)
        #expect(try Self.finding("int", "double?") == .becameOptional)
    }
}
