/// What a soak counts.
struct SoakFigures: Sendable {
    /// A moment's memory and descriptors.
    struct Sample: Sendable {
        let seconds: Double
        let memory: Int
        let descriptors: Int
    }

    var calls = 0
    var attempts = 0
    /// Faults, by what went wrong.
    var faults: [String: Int] = [:]
    /// Errors of calls, by what they say of the delivery.
    var errors: [String: Int] = [:]
    /// Requests that must not be sent again and came again.
    var unkeyedTwice = 0
    /// Calls that came with two keys.
    var otherKeys = 0
    /// Successes of which the server knows nothing.
    var lost = 0
    /// Errors that deny what the server did.
    var denied = 0
    /// Events of webhooks, and those that were not worked on exactly once.
    var events = 0
    var eventFaults = 0
    var samples: [Sample] = []
    /// Descriptors at the start, and when everything was closed.
    var descriptorsAtStart = 0
    var descriptorsAtEnd = 0
    /// Whether so many minutes have passed that the memory's slope means something.
    var hasSlope: Bool { (samples.last?.seconds ?? 0) >= Self.warmUp + 240 }

    /// What the first minutes set aside for good.
    static let warmUp = 300.0

    /// How much the memory grows in ten minutes, in MiB: the line through the samples behind the first five minutes.
    var slope: Double {
        let settled = samples.filter { $0.seconds >= Self.warmUp }
        let count = Double(max(1, settled.count))
        let meanTime = settled.reduce(0) { $0 + $1.seconds } / count
        let meanMemory = settled.reduce(0) { $0 + Double($1.memory) } / count
        let spread = settled.reduce(0) { $0 + ($1.seconds - meanTime) * ($1.seconds - meanTime) }
        let both = settled.reduce(0) { $0 + ($1.seconds - meanTime) * (Double($1.memory) - meanMemory) }
        return spread > 0 ? both / spread * 600 / 1_048_576 : 0
    }

    /// What is wrong, in words; empty where every bound holds.
    var broken: [String] {
        var broken: [String] = []
        if unkeyedTwice > 0 { broken.append("requests without a key were sent twice") }
        if otherKeys > 0 { broken.append("attempts of one call carry different keys") }
        if lost > 0 { broken.append("successes that the server knows nothing of") }
        if denied > 0 { broken.append("errors deny what the server did") }
        if eventFaults > 0 { broken.append("events were not worked on exactly once") }
        if descriptorsAtEnd > descriptorsAtStart + 2 { broken.append("descriptors are left open") }
        if hasSlope, slope >= 1 { broken.append("memory grows") }
        return broken
    }
}
