import SpecYAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One file read: the node and what was said about it.
struct Reading {
    let node: YAMLNode?
    let diagnostics: [Diagnostic]
    let rendered: String
    /// Processor time of the parse: unlike the wall clock it does not depend on what runs beside it.
    let seconds: Double

    init(_ text: String, limits: YAMLLimits = .init()) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: YAMLLimits = .init()) {
        let file = SourceFile(path: "spec/a.yaml", bytes: bytes)
        var collector = DiagnosticCollector()
        let start = Self.processorSeconds()
        node = YAMLParser.parse(file, limits: limits, into: &collector)
        seconds = Self.processorSeconds() - start
        diagnostics = collector.all
        rendered = DiagnosticFormatter(files: [file]).format(diagnostics)
    }

    /// `rule line:column` of every diagnostic.
    var problems: [String] {
        diagnostics.map { "\($0.rule) \($0.location.line):\($0.location.column)" }
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A node's range as `line:column-line:column`.
    static func range(_ node: YAMLNode?) -> String? {
        node.map { range($0.location) }
    }

    static func range(_ location: SourceLocation) -> String {
        "\(location.line):\(location.column)-\(location.endLine):\(location.endColumn)"
    }
}
