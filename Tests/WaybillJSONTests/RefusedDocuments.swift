/// Documents that RFC 8259 does not allow, and those that it allows to be refused.
enum RefusedDocuments {
    static let all = texts.map { Array($0.utf8) } + encodings

    static let texts = words + numbers + strings + structures + surroundings

    static let words = [
        "", " ", "\n", "nul", "nulll", "Null", "NULL", "n", "tru", "True", "truee", "fals", "FALSE", "undefined", "nil",
        "NaN", "-NaN", "Infinity", "-Infinity", "inf", "abc", "'a'", "a", "null null", "truefalse",
    ]

    static let numbers = [
        "-", "--1", "+1", "+0", "01", "-01", "00", "007", "-00", "0x1", "0b1", "0o7", "1_000", "1,000", ".5", "-.5",
        "1.",
        "-1.", "1.e1", "1e", "1e+", "1e-", "1E", "1e1.5", "1e1e1", "1.2.3", "1-1", "1+1", "- 1", "1 2", "0.", "0.e1",
        "0e",
        "1a", "0a", "１", "٣", "1\u{A0}", "2.\u{1F600}",
    ]

    static let strings = [
        "\"", "\"abc", "abc\"", "\"\\\"", "\"\\", "\"\\a\"", "\"\\'\"", "\"\\0\"", "\"\\x41\"", "\"\\U0041\"",
        "\"\\ \"",
        "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u123", "\"\\u12G4\"", "\"\\u+123\"", "\"\\u 123\"",
        "\"\\u{41}\"",
        "\"\n\"", "\"\t\"", "\"\r\"", "\"\u{0}\"", "\"\u{1F}\"", "\"long enough to be in a word \u{1}\"", "\"a\\\nb\"",
        #""\uD800""#, #""\uDC00""#, #""\uD800x""#, #""\uD800\n""#, #""\uD800\uD800""#, #""\uDC00\uD800""#,
        #""\uD800\u0041""#,
        #""\uD83D\uDE""#, #""\uDBFF\uE000""#, "\"a\" \"b\"", "\"a\"b", "“a”",
    ]

    static let structures = [
        "[", "]", "[[", "[]]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[\"a\":1]",
        "[}", "[1}",
        "[true false]", "[a]", "(1)", "{", "}", "{{", "{}}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
        "{,}",
        "{\"a\"}", "{\"a\",1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{:1}", "{1:1}", "{a:1}", "{'a':1}", "{null:1}",
        "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":1]", "{[]:1}", "{\"a\":1}{",
        "{\"a\":1,\"b\"}",
        #"{"\uD800":1}"#, "{\"\n\":1}", "[\"a\",\n", "[\"a", "[1,\"a", "[{\"a\":[}]",
    ]

    static let surroundings = [
        "/* c */ 1", "1 // c", "# c\n1", "1\u{0}", "\u{0}1", "1\u{B}", "1\u{C}", "\u{85}1", "\u{A0}1", "\u{2028}1",
        "\u{FEFF}1", "\u{FEFF}",
        "[1\u{A0},2]", "[\u{3000}1]", "1,", "1]", ",", ":", "<null>", "{}\u{2029}", "[1]x", "\\u0031",
    ]

    /// Bytes that are not UTF-8, and other encodings.
    static let encodings: [[UInt8]] = [
        [0xFF], [0x22, 0xFF, 0x22], [0x22, 0x80, 0x22], [0x22, 0xBF, 0x22], [0x22, 0xC3, 0x22],
        [0x22, 0xC3, 0x28, 0x22],
        [0x22, 0xC0, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22], [0x22, 0xE2, 0x82, 0x22],
        [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xED, 0xBF, 0xBF, 0x22], [0x22, 0xF0, 0x80, 0x80, 0xAF, 0x22],
        [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
        [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22],
        [0x22, 0xFC, 0x84, 0x80, 0x80, 0x80, 0x80, 0x22], [0x22, 0xFE, 0x22], [0x22, 0xE9, 0x22],
        [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0x5B, 0xE9, 0x5D], [0x31, 0xE9],
        [0x22, 0x5C, 0x6E, 0xFF, 0x22], [0x22, 0xFF, 0x5C, 0x6E, 0x22],
        [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], [0xFE, 0xFF, 0x00, 0x5B, 0x00, 0x5D],
        [0x5B, 0x00, 0x5D, 0x00], [0x00, 0x5B, 0x00, 0x5D], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xEF, 0xBB], [0xEF],
        [0x22, 0xC3, 0x5C, 0x75, 0x30, 0x30, 0x41, 0x39, 0x22],
    ]
}
