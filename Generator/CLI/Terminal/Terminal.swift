import Foundation

/// What is known of the terminal, if there is one.
enum Terminal {
    /// Whether to print colours: on a terminal, unless `NO_COLOR` says something (no-color.org).
    static var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
}
