import ArgumentParser

/// Ends a command after a sentence on what to do.
enum UsageError {
    /// Prints the sentence, and gives the exit code of wrong arguments.
    static func exit(_ sentence: String) -> ExitCode {
        StandardError.print("error: \(sentence)")
        return .usage
    }
}
