import Foundation

/// The file descriptors of this process, to prove that nothing leaks.
public enum OpenDescriptors {
    /// How many are open now; nil where the system does not say.
    public static func count() -> Int? {
        #if os(Linux)
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        #else
        try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
        #endif
    }

    /// How many sockets from or to a TCP port are open now, on this machine; nil where the system does not say.
    ///
    /// Other work of the same process does not change it.
    public static func sockets(port: Int) -> Int? {
        // proc(5): sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode, addresses as hex `IP:PORT`.
        guard let table = try? String(contentsOfFile: "/proc/self/net/tcp", encoding: .ascii) else { return nil }
        return table.split(separator: "\n").dropFirst().count { line in
            let fields = line.split(separator: " ")
            // What only waits for its time to pass has no inode any longer.
            guard fields.count > 9, fields[9] != "0" else { return false }
            return fields[1...2].contains { $0.split(separator: ":").last.flatMap { Int($0, radix: 16) } == port }
        }
    }

    /// Waits until no more than that many are open, for at most half a minute, and returns the last count.
    public static func settled(atMost limit: Int, _ count: () -> Int? = count) async throws -> Int? {
        for _ in 0..<600 {
            guard let count = count(), count > limit else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        return count()
    }
}
