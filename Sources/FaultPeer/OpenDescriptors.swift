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

    /// Waits until no more than that many are open, for at most half a minute, and returns the last count.
    public static func settled(atMost limit: Int) async throws -> Int? {
        for _ in 0..<600 {
            guard let count = count(), count > limit else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        return count()
    }
}
