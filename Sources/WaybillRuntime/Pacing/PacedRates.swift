/// What the requests of an operation have to keep to.
struct PacedRates: Sendable {
    /// What they are counted under besides API and credentials.
    let scope: String
    /// With their margins; empty where there is no rate.
    let rates: [RequestRate]
    /// How late a place may be used: half of the margin, so that the way to the service has the other half; nil where there is no margin.
    let tolerance: Duration?

    var isEmpty: Bool { rates.isEmpty }
}
