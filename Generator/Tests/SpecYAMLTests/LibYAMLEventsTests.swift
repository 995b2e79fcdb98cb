import SpecYAML
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

#if os(Linux) || os(macOS)
@Suite struct LibYAMLEventsTests {
    private static let filler = String(repeating: "z", count: 500)

    private static let refused = [
        "a: [1, 2\nb: 1", "a: \"x", "a: &x !y \(filler)\nb: *x\n\tc", "a: &x !y \(filler)\nb: *x\n  @c",
        "%TAG !e! tag:x\n%YAML 1.3\n---\na", "a: 1\n---\nb", "? [k]\n: v\n<<: {a: 1}\n@", "",
        "a: " + String(repeating: "[", count: 70), "a: |\n  \(filler)\n \u{1}", "%TAG !e! tag:x\n---\n!e!y a: &q *q",
    ]

    private static func read(_ count: Int) {
        for text in refused {
            let file = SourceFile(path: "a.yaml", text: text)
            for _ in 0..<count {
                var diagnostics = DiagnosticCollector()
                _ = YAMLParser.parse(file, into: &diagnostics)
                precondition(diagnostics.hasErrors)
            }
        }
    }

    /// The most memory that this process has held, in kibibytes.
    private static func peakMemory() -> Int {
        var usage = rusage()
        #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss / 1024
        #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
        #endif
    }

    // In a process of its own, because tests that run beside this one use memory too. A parser that is not freed keeps
    // about 60 kB, an event of these files up to 500 bytes.
    @Test("Y16 parser and events are freed on every error path") func bounded() async {
        await #expect(processExitsWith: .success) {
            Self.read(200)
            let before = Self.peakMemory()
            Self.read(2_000)
            exit(Self.peakMemory() - before < 512 ? 0 : 1)
        }
    }
}
#endif
