import WaybillJSON

/// Everything that a sandbox remembers.
public struct SandboxState: Sendable {
    /// The stored records, by collection and key.
    var collections: [String: BoundedTable<StoredRecord>] = [:]
    /// The first answers, by credential and idempotency key.
    var answers = BoundedTable<StoredAnswer>()
    var windows: [String: RateWindow] = [:]
    /// The tokens that were given, by their value.
    var tokens = BoundedTable<IssuedToken>()
    /// The faults that wait for their requests, in the order in which they were asked for.
    var faults: [SandboxFault] = []
    /// The last requests, oldest first.
    var requests: [RequestRecord] = []
    /// How many requests came in.
    var requestCount = 0
    /// The last deliveries, oldest first.
    private(set) var deliveries: [DeliveryRecord] = []
    /// The last number that `{counter}` gave.
    var counter = 0

    /// Remembers nothing.
    public init() {}

    /// Adds deliveries, forgetting those of long ago that are over.
    mutating func add(_ records: [DeliveryRecord]) {
        deliveries += records
        guard deliveries.count > 1000 else { return }
        deliveries = deliveries.dropLast(500).filter { !$0.isOver } + deliveries.suffix(500)
    }

    /// A delivery that still has to be sent; nil where it is over, or forgotten.
    func openDelivery(_ number: String) -> DeliveryRecord? {
        deliveries.first { $0.number == number && !$0.isOver }
    }

    /// Notes a try of a delivery, and returns the milliseconds until the next one; nil where there is none.
    mutating func note(_ attempt: DeliveryTry, of number: String, _ plan: RedeliveryPlan) -> Int? {
        guard let position = deliveries.firstIndex(where: { $0.number == number }) else { return nil }
        return deliveries[position].note(attempt, plan)
    }

    /// Takes the first fault that is meant for an operation.
    mutating func takeFault(for operation: String) -> SandboxFault? {
        guard let position = faults.firstIndex(where: { $0.operation == nil || $0.operation == operation }) else {
            return nil
        }
        let fault = faults[position]
        faults[position].times -= 1
        if faults[position].times <= 0 { faults.remove(at: position) }
        return fault
    }

    /// Notes a request, forgetting those of long ago.
    mutating func note(_ record: RequestRecord) {
        requestCount += 1
        var record = record
        record.number = requestCount
        requests.append(record)
        if requests.count > 2000 { requests.removeFirst(1000) }
    }
}
