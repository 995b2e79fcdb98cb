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

    /// Whether a value of this depth bears everything that is done with values.
    private static func bears(depth: Int, wrapped wrap: (JSONValue) -> JSONValue) -> Bool {
        let values = (0..<2).map { _ in (0..<depth).reduce(JSONValue.null) { value, _ in wrap(value) } }
        let length = values[0].serialized().count
        return values[0] == values[1] && values[0].hashValue == values[1].hashValue
            && values[0].description.utf8.count == length && length > 2 * depth
    }

    @Test("D12 what is as deep as can be read is compared, hashed, written and released on a stack of 512 KiB")
    func onTaskStack() async {
        let depth = JSONParsingOptions.deepestAllowed
        let outcomes = await withCheckedContinuation { continuation in
            let thread = Thread {
                let arrays = Self.bears(depth: depth) { [$0] }
                continuation.resume(returning: [arrays, Self.bears(depth: depth) { ["key": $0] }])
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(outcomes == [true, true])
    }

    @Test("D12 a value made by hand may be deeper by far: it is written, compared and hashed whole")
    func byHand() {
        var values = [1, 1, 2].map { innermost in
            (0..<100_000).reduce(innermost as JSONValue) { value, _ in [["a": value]] }
        }
        #expect(values.map { $0.serialized().count } == Array(repeating: 100_000 * 8 + 1, count: 3))
        #expect(values[0].description.utf8.count == 100_000 * 8 + 1)
        let (isSame, isOther) = (values[0] == values[1], values[0] != values[2])
        #expect(isSame && isOther)
        #expect(values[0].hashValue == values[1].hashValue)
        // From the outside in, since the release of the whole would need the stack of 200,000 levels.
        for index in values.indices {
            while let inner = values[index][0]?["a"] { values[index] = inner }
        }
        #expect(values == [1, 1, 2])
    }

    @Test("J03 depth counts what is open, not what was")
    func siblings() {
        let wide = Array(("[" + String(repeating: "[],{},", count: 1_000) + "[]]").utf8)
        #expect(Parsing.treeError(wide, .init(maximumDepth: 2)) == nil)
        #expect(Parsing.skipError(wide, .init(maximumDepth: 2)) == nil)
    }
}
