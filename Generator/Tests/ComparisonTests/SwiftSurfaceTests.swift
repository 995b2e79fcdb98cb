import Testing

@testable import Comparison
@testable import Pipeline

@Suite struct SwiftSurfaceTests {
    private static func declarations(_ text: String) -> [SwiftDeclaration] {
        SwiftSurface(GeneratedModule(name: "M", files: [GeneratedFile(path: "A.swift", text: text)])).declarations
    }

    private static func changes(_ old: String, _ new: String) -> [String] {
        let surface = { (text: String) in
            SwiftSurface(GeneratedModule(name: "M", files: [GeneratedFile(path: "A.swift", text: text)]))
        }
        return SurfaceComparison(surface(old), surface(new)).changes.map { change in
            "\(change.path)\(change.label.map { " \($0)" } ?? ""): \(change.verdict): \(change.reason)"
        }
    }

    @Test("Public declarations are read with their owners; what is private, hidden or in a body is not")
    func owners() {
        let found = Self.declarations(
            """
            @_spi(Generated) public import WaybillRuntime

            /// A client.
            public struct Client: APIClient {
                public enum Server: String, Sendable {
                    case production = "https://a.example/{x}"
                }
                public let core: ClientCore
                private let secret: String
                let hidden: Int
            }

            extension Client.Parcels {
                public static func send(
                    _ id: String,
                    tags: [String: Int] = [:],
                    note: String? = nil
                ) -> APIRequest<Client, [Int]> {
                    switch id {
                    case "a": return x
                    }
                }
                public subscript(stop name: String) -> Stop? { stops.first { $0.name == name } }
            }

            @_spi(Generated)
            extension Client: Checkable {
                public func check(_ arguments: inout Checker) {}
            }
            """
        )
        #expect(
            found.map { "\($0.keyword) \($0.signature)" } == [
                "struct Client", "enum Client.Server", "case Client.Server.production", "let Client.core",
                "func static Client.Parcels.send(_:tags:note:)", "subscript Client.Parcels.subscript(stop:)(stop:)",
            ]
        )
        #expect(
            found[4].parameters == [
                .init(label: "_", type: "String", defaultValue: nil),
                .init(label: "tags", type: "[String: Int]", defaultValue: "[:]"),
                .init(label: "note", type: "String?", defaultValue: "nil"),
            ]
        )
        #expect(found[4].rest == "-> APIRequest<Client, [Int]>")
    }

    @Test("A call compiles on where an argument takes more, or is new and may be left out")
    func arguments() {
        let old = "public func send(a: Int, b: Int = 1) -> Int {"
        #expect(Self.changes(old, old).isEmpty)
        #expect(
            Self.changes(old, "public func send(a: Int?, b: Int = 1, c: Int = 2) -> Int {") == [
                "send a: adds: It takes `a` as `Int?`, not `Int`.", "send c: adds: It takes `c`.",
            ]
        )
        #expect(
            Self.changes(old, "public func send(a: String, b: Int) -> Int {") == [
                "send a: breaks: It takes `a` as `String`, not `Int`.", "send b: breaks: It has to be given `b`.",
            ]
        )
        #expect(
            Self.changes(old, "public func send(b: Int = 1, a: Int) -> Int {")
                == ["send: breaks: Its arguments stand in another order."]
        )
        #expect(
            Self.changes(old, "public func send(a: Int, c: Int) -> Int? {") == [
                "send b: breaks: It no longer takes `b`.", "send c: breaks: It has to be given `c`.",
                "send: breaks: Its type is another one.",
            ]
        )
    }

    @Test("A new case breaks a switch over an enum that is exhaustive, and warns in one that is not")
    func cases() {
        let old = "public enum A: Sendable {\n    case a\n}"
        let new = "public enum A: Sendable {\n    case a\n    case b(Int)\n}"
        #expect(Self.changes(old, new) == ["A.b: breaks: A switch that names every case does not compile."])
        #expect(
            Self.changes("@nonexhaustive\n" + old, "@nonexhaustive\n" + new)
                == ["A.b: warns: A switch that names every case, with an `@unknown default`, warns."]
        )
        #expect(Self.changes(new, old) == ["A.b: breaks: It is gone."])
    }

    @Test("What is marked as deprecated warns")
    func deprecated() {
        let old = "public struct A {\n    public func a() {\n    }\n}"
        let new = "public struct A {\n    @available(*, deprecated, message: \"b\")\n    public func a() {\n    }\n}"
        #expect(Self.changes(old, new) == ["A.a: warns: Uses of it warn."])
    }

    @Test("A name that has to be written with its module is the same name")
    func modules() {
        let old = "public struct A: JSONModel {\n    public var b: [String: Date]?\n}\n"
        let new = "public struct A: WaybillJSON::JSONModel {\n    public var b: [Swift::String: Foundation::Date]?\n}\n"
        #expect(Self.changes(old, new) == [])
        let inner = "extension M::A.Inner {\n    public func f(_ x: M::A) {}\n}\n"
        #expect(Self.declarations(inner).map(\.signature) == ["A.Inner.f(_:)"])
    }
}
