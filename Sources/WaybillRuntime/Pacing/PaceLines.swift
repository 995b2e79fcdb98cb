import Synchronization

/// What the clients of one process share that have one clock: the places of this process, and the lines of those who wait.
final class PaceLines: Sendable {
    let places = PlaceLogs()
    private let lines = Mutex<[String: PaceLine]>([:])

    func line(_ key: String) -> PaceLine {
        lines.withLock { lines in
            if let line = lines[key] { return line }
            let line = PaceLine()
            lines[key] = line
            return line
        }
    }
}
