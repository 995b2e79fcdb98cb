package import Logging
import Synchronization

/// A log that keeps its lines, with their level and metadata, for a test to look at.
package final class LineLog: Sendable {
    /// What swift-log writes through.
    private struct Writer: LogHandler {
        let log: LineLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let pairs = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            log.append(("\(event.level): \(event.message)", pairs.joined(separator: " ")))
        }
    }

    private let storage = Mutex<[(message: String, metadata: String)]>([])

    /// Makes an empty log.
    package init() {}

    /// The lines so far, each as `level: message`, its metadata after it in the order of their keys.
    package var lines: [String] { storage.withLock { $0.map { $1.isEmpty ? $0 : "\($0) \($1)" } } }

    /// The lines so far, without their metadata.
    package var messages: [String] { storage.withLock { $0.map(\.message) } }

    /// A logger that writes into this log, at every level.
    package var logger: Logger {
        Logger(label: "test") { _ in Writer(log: self) }
    }

    private func append(_ line: (message: String, metadata: String)) {
        storage.withLock { $0.append(line) }
    }
}
