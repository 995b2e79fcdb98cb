import Foundation

/// What a test has counted, for the table that `make promises` prints.
package enum Figure {
    /// Prints a row of the table, where somebody asks for it.
    package static func tell(_ promise: String, _ figure: String) {
        guard ProcessInfo.processInfo.environment["FIGURES"] != nil else { return }
        print("| \(promise) | \(figure) |")
    }
}
