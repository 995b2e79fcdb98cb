/// A server that carries out requests, and may know them by their key.
struct SimulatedServer: Hashable {
    /// What it does about keys.
    struct Manner: Hashable {
        var honoursKeys = true
        /// A key that is being worked on is answered 409; else the work begins once more.
        var locksKeys = true
        /// An answer of 500 is stored for the key, and repeated.
        var storesFailures = false
        /// How long it knows a key, in ticks.
        var keyLifetime = 1_000
        /// The longest that it works on a request, in ticks.
        var longestWork = 2
    }

    /// What it knows of the key.
    struct Entry: Hashable {
        var firstSeen: Int
        /// What is repeated; nil while the first request runs.
        var status: Int?
    }

    /// A request that it works on.
    struct Job: Hashable {
        var number: Int
        var begin: Int
    }

    enum Reception: Hashable {
        case answered(status: Int, isReplayed: Bool)
        case running(job: Int)
    }

    var manner: Manner
    /// How often the message has gone out.
    var effects = 0
    var jobs: [Job] = []
    private var entry: Entry?
    private var lastNumber = 0

    init(_ manner: Manner) { self.manner = manner }

    /// Whether a request has to be finished before time goes on.
    func isLate(at now: Int) -> Bool { jobs.contains { now - $0.begin >= manner.longestWork } }

    mutating func receive(at now: Int) -> Reception {
        if manner.honoursKeys {
            if let known = entry, now - known.firstSeen >= manner.keyLifetime { entry = nil }
            if let known = entry {
                if let status = known.status { return .answered(status: status, isReplayed: true) }
                if manner.locksKeys { return .answered(status: 409, isReplayed: false) }
            } else {
                entry = Entry(firstSeen: now)
            }
        }
        lastNumber += 1
        jobs.append(Job(number: lastNumber, begin: now))
        return .running(job: lastNumber)
    }

    /// Ends a job: the message has gone out, whatever the answer says.
    mutating func finish(_ job: Int, failing: Bool) -> Int {
        jobs.removeAll { $0.number == job }
        effects += 1
        entry?.status = failing && manner.storesFailures ? 500 : 200
        return failing ? 500 : 200
    }
}
