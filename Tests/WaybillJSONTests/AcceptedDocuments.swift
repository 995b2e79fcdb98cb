/// Documents that RFC 8259 allows, one or more for each rule of its grammar.
enum AcceptedDocuments {
    static let all = scalars + numbers + strings + structures

    static let scalars = [
        "null", "true", "false", " null", "null ", "\t\n\r null\r\n\t", "0", "\"\"", "[]", "{}",
    ]

    static let numbers = [
        "-0", "7", "-7", "10", "1234567890123456789012345678901234567890", "0.0", "-0.5", "3.14159", "100.001",
        "1e5", "1E5", "1e+5", "1E-5", "0e0", "0E+0", "-0.0e-0", "1.5e300", "1e400", "-1e400", "1e-400",
        "0.00000000000000000000000000001", "1e00001", "9007199254740993", "9223372036854775808",
    ]

    static let strings = [
        #""plain""#, #""\"""#, #""\\""#, #""\/""#, #""/""#, #""\b\f\n\r\t""#, #""\u0000""#, #""\u001f""#,
        #""\u00e9\u00E9""#, #""\uD83D\uDE00""#, #""\ud800\udc00""#, #""\uFFFF""#, #""\\u0041""#, #""\u005C\u0022""#,
        "\"é\"", "\"e\u{301}\"", "\"\u{1F600}\"", "\"\u{7F}\"", "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"",
        "\"\u{10FFFF}\"",
        #""seven b""#, #""eight by""#, #""nine byte""#, #""sixteen bytes ok""#, #""\u0041 long enough for two words""#,
    ]

    static let structures = [
        "[1]", "[ ]", "[\n]", "[1,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]", "[[[[[]]]]]", "[null,true,false,0,\"\",[],{}]",
        "{ }", #"{"a":1}"#, #"{ "a" : 1 }"#, #"{"a":1,"b":2}"#, #"{"":0}"#, #"{"a":{"b":{"c":[]}}}"#,
        #"{"a":1,"a":2}"#, #"{"\u0061":1}"#, #"{"é":1}"#, #"{"\u0000":null}"#, #"[{"a":[{"b":[{}]}]}]"#,
        #"{"long_enough_for_more_than_one_word":"x"}"#, "[1.5e3,-2]", #"{"a":"b","c":"d"}"#,
    ]
}
