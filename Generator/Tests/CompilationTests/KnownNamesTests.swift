import Foundation
import Testing

@testable import Pipeline

/// The names that the generator knows of other modules are those that the compiler knows.
///
/// `RECORD_NAMES=1` writes the lists anew; without it those of the runtime are compared. The others are the toolchain's, and
/// another toolchain has more of them.
@Suite(.enabled(if: ModuleCompiler.isSupported)) struct KnownNamesTests {
    private static let runtime = [
        "WaybillJSON", "WaybillRuntime", "WaybillSigning", "WaybillTransport", "WaybillWebhooks",
    ]
    private static let tests = ["WaybillTesting"]
    private static let others = ["HTTPTypes", "Testing", "FoundationEssentials", "Foundation", "Swift"]

    /// The types whose members generated types have too, or are called with.
    private static let owners = [
        "APIBatchWebhook", "APIClient", "APIError", "APIResponse", "APIWebhook", "ArgumentCheckable",
        "ChallengedWebhook", "JSONModel", "JSONWord", "JSONWritable", "ReceivableEvent", "WireExchange",
    ]
    private static let protocols = [
        "CaseIterable", "CustomStringConvertible", "Equatable", "Error", "ExpressibleByArrayLiteral",
        "ExpressibleByDictionaryLiteral", "ExpressibleByExtendedGraphemeClusterLiteral",
        "ExpressibleByStringLiteral", "ExpressibleByUnicodeScalarLiteral", "Hashable", "RawRepresentable", "Sendable",
    ]

    private static let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Pipeline/Naming/KnownNames+Lists.swift")

    @Test("The lists have the names of the runtime's symbol graphs")
    func runtime() throws {
        if ProcessInfo.processInfo.environment["RECORD_NAMES"] == "1" { return try record() }
        for module in Self.runtime + Self.tests {
            let graph = try Self.graph(module)
            let known = KnownNames.sections(KnownNames.typeList).first { $0.head == module }?.names
            #expect(known == graph.types.sorted(), "\(module): run `make names`")
            for owner in Self.owners where graph.types.contains(owner) {
                #expect(KnownNames.members(of: owner) == graph.members[owner] ?? [], "\(owner): run `make names`")
            }
        }
    }

    /// The tests have a module in the place of the transport, which declares what clients name of that.
    private static func graph(_ module: String) throws -> SymbolGraph {
        try SymbolGraph(
            module == "WaybillTransport" ? "NoTransport" : module,
            extending: module == "Foundation" ? ["Swift"] : []
        )
    }

    // MARK: - Recording

    private func record() throws {
        var types: [String] = []
        var members: [String: Set<String>] = [:]
        for module in Self.runtime + Self.tests + Self.others {
            let graph = try Self.graph(module)
            types += ["\(module):"] + graph.types.sorted()
            let owners = Self.runtime.contains(module) || Self.tests.contains(module) ? Self.owners : Self.protocols
            for owner in owners { members[owner, default: []].formUnion(graph.members[owner] ?? []) }
        }
        let lists = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .flatMap { ["\($0.key):"] + $0.value.sorted() }
        let text = """
            // Written by `make names` from the compiler's symbol graphs. Do not edit.

            extension KnownNames {
                /// The types that each module declares for others to use, what is meant for generated code among them.
                static let typeList = [
            \(wrapped(types).joined(separator: "\n"))
                ]

                /// What stands inside the types that generated types conform to or are called with.
                static let memberList = [
            \(wrapped(lists).joined(separator: "\n"))
                ]

                /// The modules of the runtime, of what it needs, and of the toolchain.
                static let moduleList = [
            \(wrapped(try modules()).joined(separator: "\n"))
                ]
            }

            """
        try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }

    /// Lines of literals, each as long as it may be; a list begins on a line of its own.
    private func wrapped(_ names: [String]) -> [String] {
        var lines = [""]
        for name in names {
            let isFull = lines[lines.count - 1].count + name.count + 1 > 108
            if !lines[lines.count - 1].isEmpty, isFull || name.hasSuffix(":") { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + name
        }
        return lines.map { "        \"\($0)\"," }
    }

    /// The modules that a package with a client has: those of the toolchain, of all that is checked out, and the runtime's.
    private func modules() throws -> [String] {
        let generator = Self.file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default
        let toolchain = try files.contentsOfDirectory(atPath: ModuleCompiler.toolchain + "/lib/swift/linux")
            .filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(12)) }
        let checkouts = generator.appending(path: ".build/checkouts")
        let needed = try files.contentsOfDirectory(atPath: checkouts.path).flatMap { name in
            (try? files.contentsOfDirectory(atPath: checkouts.appending(path: "\(name)/Sources").path)) ?? []
        }
        let root = generator.deletingLastPathComponent()
        let own = try files.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
            .filter { $0.hasPrefix("Waybill") }
        let all = toolchain + needed + own + ["Darwin", "Dispatch", "FaultPeer", "TestSupport"]
        return Set(all.filter { !$0.contains(".") && !$0.contains("-") }).sorted()
    }
}
