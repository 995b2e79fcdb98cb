import ArgumentParser

/// Ends a command after a sentence on what to do.
enum Refusal {
    /// Prints the sentence, and gives the exit code of wrong arguments.
    static func usage(_ sentence: String) -> ExitCode {
        StandardError.print("error: \(sentence)")
        return .usage
    }
}
