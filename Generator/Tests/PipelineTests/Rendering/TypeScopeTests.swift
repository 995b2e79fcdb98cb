import Testing

@testable import Pipeline

@Suite struct TypeScopeTests {
    private static let scope = TypeScope(
        module: SwiftIdentifier(made: "Depot"),
        declared: ["Collection", "JSONReader", "Date", "Parcel"],
        hidden: ["Parcel"]
    )

    private static func text(_ code: SwiftCode) -> String { scope.qualified(code).text }

    @Test("A name of another module is written in full where the spec has one too, and only there")
    func foreign() {
        #expect(
            Self.text("func f(_ body: some Collection<UInt8>, _ reader: inout JSONReader)")
                == "func f(_ body: some Swift::Collection<UInt8>, _ reader: inout WaybillJSON::JSONReader)"
        )
        #expect(Self.text("[Date?]") == "[Foundation::Date?]")
        #expect(TypeScope.plain.qualified("some Collection<UInt8>").text == "some Collection<UInt8>")
    }

    @Test("A type of the spec is written in full where another type has one of its name")
    func own() {
        let (parcel, collection) = (SwiftIdentifier(made: "Parcel"), SwiftIdentifier(made: "Collection"))
        #expect(Self.text("let x: [\(type: parcel)]") == "let x: [Depot::Parcel]")
        #expect(Self.text("let x: \(type: collection)") == "let x: Collection")
        #expect(Self.text("public struct \(parcel) {") == "public struct Parcel {")
    }

    @Test("Literals, names after a dot and what is qualified already stay as they are")
    func others() {
        let date: SwiftCode = "Date"
        #expect(Self.text("import struct Foundation.\(date)") == "import struct Foundation.Date")
        #expect(Self.text("x = \"Date\", \(literal: "Date")") == "x = \"Date\", \"Date\"")
        #expect(Self.scope.qualified(Self.scope.qualified("Date")).text == "Foundation::Date")
        #expect(Self.text("Update DateX") == "Update DateX")
    }

    @Test("What an enum conforms to has its module before a dot")
    func enums() {
        #expect(Self.text("public enum X: Collection {") == "public enum X: Swift.Collection {")
        #expect(
            Self.text("public indirect enum \(SwiftIdentifier(made: "X")): Collection {")
                == "public indirect enum X: Swift.Collection {"
        )
    }

    @Test("Names that meet get a number, whatever their letter case")
    func distinct() {
        let names = ["one", "One", "two", "taken"].map { SwiftIdentifier(forcing: $0) }
        #expect(SwiftNaming.distinct(names, avoiding: ["Taken"]).map(\.text) == ["one", "One2", "two", "taken2"])
    }
}
