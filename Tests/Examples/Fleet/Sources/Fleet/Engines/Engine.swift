import ArgumentParser
import Foundation

/// A server that `servers.sh` has started.
enum Engine: String, Sendable, ExpressibleByArgument {
    case postgres
    case redis

    /// The port that it listens on.
    var port: Int? {
        Int(ProcessInfo.processInfo.environment["FLEET_\(rawValue.uppercased())_PORT"] ?? "")
    }

    /// Has `engine.sh` do something with it: `restart`, `freeze` or `thaw`.
    func tell(_ word: String) throws {
        let script = ProcessInfo.processInfo.environment["FLEET_ENGINE"] ?? "engine.sh"
        // A server has use for no file of this program: hundreds of connections would leave it none of its own.
        for name in try FileManager.default.contentsOfDirectory(atPath: "/dev/fd") {
            if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
        // `Process` would wait for the server too, which the script leaves behind.
        guard system("'\(script)' \(rawValue) \(word)") == 0 else {
            throw FleetError(description: "\(script) \(rawValue) \(word) failed")
        }
    }
}
