import Testing
import WaybillJSON
@_spi(Generated) import WaybillRuntime

@_spi(Generated) @testable import Pipeline

@Suite struct DottedPathSettingTests {
    @Test(
        "A path is set through objects and lists, and what is missing on its way is made",
        arguments: [
            ("a.b", #"{}"#, #"{"a":{"b":7}}"#), ("l.0.x", #"{}"#, #"{"l":[{"x":7}]}"#),
            ("l.0.x", #"{"l":[{"y":1},2]}"#, #"{"l":[{"y":1,"x":7},2]}"#), ("l.1", #"{"l":[1]}"#, #"{"l":[1,7]}"#),
            ("l.2", #"{"l":[1]}"#, #"{"l":[1]}"#), ("l.0", #"{"l":{"0":1}}"#, #"{"l":{"0":7}}"#),
            ("l.1", #"{}"#, #"{"l":{"1":7}}"#),
        ]
    )
    func set(path: String, before: String, after: String) throws {
        var value = try JSONValue(parsing: before)
        DottedPath(path).set(7, in: &value)
        #expect(value.description == after)
    }

    @Test("What is removed from a list leaves null, so that the others stay where they are")
    func remove() throws {
        var value = try JSONValue(parsing: #"{"l":[{"x":1},2]}"#)
        DottedPath("l.0.x").set(nil, in: &value)
        #expect(value.description == #"{"l":[{},2]}"#)
        DottedPath("l.1").set(nil, in: &value)
        DottedPath("l.9").set(nil, in: &value)
        DottedPath("n.0").set(nil, in: &value)
        #expect(value.description == #"{"l":[{},null]}"#)
    }
}
