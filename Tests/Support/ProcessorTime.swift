#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Processor time of this thread, so that other work on the machine does not count.
package enum ProcessorTime {
    /// How long some work takes, in seconds.
    package static func measure(_ work: () throws -> Void) rethrows -> Double {
        let start = now()
        try work()
        return now() - start
    }

    /// The best of several tries.
    package static func best(of tries: Int, _ work: () throws -> Void) rethrows -> Double {
        try (0..<tries).map { _ in try measure(work) }.min() ?? 0
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
