import Testing

@testable import Pipeline

@Suite struct PatternScannerTests {
    @Test(
        "patterns that end soon",
        arguments: [
            #"^\+?\d{8,15}$"#, "^[a-z ]+$", #"^(?:\d{2}-){3}x?$"#, "^(ab)*$", "^a|b$", "^[(a+)+]$", #"^\(a+\)+$"#,
            "^(a+)?b$",
        ]
    )
    func simple(_ pattern: String) {
        var scanner = PatternScanner(pattern)
        let isSimple = scanner.isSimple()
        #expect(isSimple)
    }

    @Test(
        "patterns that can take exponential time",
        arguments: [
            "^(a+)+$", "^(a*)*b$", "^(a|aa)+$", "^((ab+))*$", "^(?=a)b$", #"^(a)\1$"#, "^(a+){2,}$", "^(?<x>a)$",
        ]
    )
    func dangerous(_ pattern: String) {
        var scanner = PatternScanner(pattern)
        let isSimple = scanner.isSimple()
        #expect(!isSimple)
    }
}
