import Testing
import WaybillJSON

@Suite struct JSONValueTests {
    @Test("J01 literals are values, and accessors give them back")
    func literals() {
        let value: JSONValue = ["s": "x", "i": 7, "d": 1.5, "b": true, "n": nil, "a": [1, "two"], "o": ["k": 0]]
        #expect(value.description == #"{"s":"x","i":7,"d":1.5,"b":true,"n":null,"a":[1,"two"],"o":{"k":0}}"#)
        #expect(value["s"]?.stringValue == "x")
        #expect(value["i"]?.intValue == 7)
        #expect(value["d"]?.doubleValue == 1.5)
        #expect(value["b"]?.boolValue == true)
        #expect(value["n"]?.isNull == true)
        #expect(value["a"]?[1] == "two")
        #expect(value["o"]?.objectValue == ["k": 0])
        #expect(value["a"]?.arrayValue?.count == 2)
    }

    @Test("J01 asking for what is not there gives nil")
    func absent() {
        let value: JSONValue = ["a": [1]]
        #expect(value["b"] == nil)
        #expect(value[0] == nil)
        #expect(value["a"]?[1] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["a"]?["x"] == nil)
        #expect(value.stringValue == nil)
        #expect(value.intValue == nil)
        #expect(value.doubleValue == nil)
        #expect(value.boolValue == nil)
        #expect(value.numberValue == nil)
        #expect(value.arrayValue == nil)
        #expect(JSONValue.null.objectValue == nil)
    }
}
