import Foundation
import Synchronization
import Testing
import WaybillJSON

@Suite struct JSONDepthTests {
    static func nested(_ depth: Int) -> [UInt8] {
        Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
    }

    static func nestedObjects(_ depth: Int) -> [UInt8] {
        Array((String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)).utf8)
    }

    /// Everything that could run out of stack; true when each outcome is as it should be.
    static func outcomes() -> [Bool] {
        let hostile = [
            Array(repeating: UInt8(ascii: "["), count: 100_000),
            Array(String(repeating: "[{\"\":", count: 50_001).utf8.prefix(250_001)),
            nested(1_000_000),
        ]
        return [nested(128), nestedObjects(128), nested(127)].map { Parsing.accepts($0) == true }
            + [nested(129), nestedObjects(129)].map { Parsing.treeError($0)?.reason == .depthExceeded }
            + hostile.map { Parsing.treeError($0)?.reason == .depthExceeded }
            + hostile.map { Parsing.skipError($0)?.reason == .depthExceeded }
            + [written(nestedObjects(128))]
    }

    private static func written(_ bytes: [UInt8]) -> Bool {
        (try? JSONValue(parsing: bytes))?.serialized() == bytes
    }

    @Test("J03 depth 128 is read and 129 refused, in a task")
    func inTask() async {
        let outcomes = await Task.detached { Self.outcomes() }.value
        #expect(outcomes.allSatisfy { $0 })
    }

    @Test("J03 depth 128 is read and 129 refused, on the main thread")
    @MainActor func onMainThread() {
        #expect(Self.outcomes().allSatisfy { $0 })
    }

    @Test("J03 depth 128 is read and 129 refused, on a stack of 64 KiB")
    func onSmallStack() async {
        let outcomes = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: Self.outcomes()) }
            thread.stackSize = 64 * 1024
            thread.start()
        }
        #expect(outcomes.count == 12)
        #expect(outcomes.allSatisfy { $0 })
    }

    @Test("J03 the limit can be moved, but not beyond what can be released")
    func limit() {
        #expect(Parsing.treeError(Self.nested(3), .init(maximumDepth: 3)) == nil)
        #expect(Parsing.treeError(Self.nested(4), .init(maximumDepth: 3))?.reason == .depthExceeded)
        #expect(Parsing.treeError(Self.nested(1), .init(maximumDepth: 0))?.reason == .depthExceeded)
        #expect(Parsing.treeError([0x31], .init(maximumDepth: -5)) == nil)
        #expect(JSONParsingOptions(maximumDepth: .max).maximumDepth == JSONParsingOptions.deepestAllowed)
        #expect(JSONParsingOptions(maximumDepth: .min).maximumDepth == 0)
    }

    @Test("J03 depth counts what is open, not what was")
    func siblings() {
        let wide = Array(("[" + String(repeating: "[],{},", count: 1_000) + "[]]").utf8)
        #expect(Parsing.treeError(wide, .init(maximumDepth: 2)) == nil)
        #expect(Parsing.skipError(wide, .init(maximumDepth: 2)) == nil)
    }
}
