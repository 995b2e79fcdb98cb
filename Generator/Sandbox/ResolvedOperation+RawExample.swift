import Pipeline

extension ResolvedOperation {
    /// The first success among the examples, where it is no JSON.
    var rawExample: SandboxAnswer? {
        guard rawAnswer != nil else { return nil }
        let example = examples.first(where: \.isSuccess)
        var answer = SandboxAnswer(status: success)
        answer.body = example?.responseBytes ?? Array((example?.response ?? "").utf8)
        answer.headers = [("Content-Type", contentType)]
        return answer
    }

    /// The first type that is asked for, where that is one and not a range of them.
    private var contentType: String {
        let first = accept?.split(separator: ",").first?.split(separator: ";").first.map(String.init)
        if let first, !first.contains("*") { return first }
        return rawAnswer == .text ? "text/plain; charset=utf-8" : "application/octet-stream"
    }
}
