import Testing

@testable import Pipeline

@Suite struct SwiftLayoutTests {
    @Test("what fits stands on one line, what does not has each element on its own")
    func breaking() {
        let inner = SwiftLayout.call(
            "g",
            [.code("1"), .labelled(SwiftIdentifier(made: "b"), .array([.code("2"), .code("3")]))]
        )
        let layout = SwiftLayout.call("f", [inner, .code("x: 4")])
        #expect(lines(layout, width: 40) == ["let a = f(g(1, b: [2, 3]), x: 4)"])
        #expect(lines(layout, width: 24) == ["let a = f(", "    g(1, b: [2, 3]),", "    x: 4", ")"])
        #expect(
            lines(layout, width: 16) == [
                "let a = f(", "    g(", "        1,", "        b: [", "            2,", "            3,", "        ]",
                "    ),",
                "    x: 4", ")",
            ]
        )
    }

    @Test("empty lists stay on their line")
    func empty() {
        #expect(lines(.array([]), width: 5) == ["let a = []"])
        #expect(lines(.pairs([]), width: 5) == ["let a = [:]"])
        #expect(lines(.call("f", []), width: 5) == ["let a = f()"])
    }

    @Test("blocks indent, and empty lines are never doubled")
    func writer() {
        var writer = SwiftWriter()
        writer.block("struct A") { writer in
            writer.blank()
            writer.line("let a = 1")
            writer.blank()
            writer.blank()
            writer.line("let b = 2")
        }
        #expect(writer.text == "struct A {\n    let a = 1\n\n    let b = 2\n}\n")
    }

    private func lines(_ layout: SwiftLayout, width: Int) -> [String] {
        layout.lines(prefix: "let a = ", suffix: "", indentation: 0, width: width).map { line in
            String(repeating: " ", count: line.level * 4) + line.code.text
        }
    }
}
