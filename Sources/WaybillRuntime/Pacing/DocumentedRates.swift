/// The rates that a spec has for an API.
struct DocumentedRates: Sendable {
    /// Those of operations that are counted on their own, by the operations' ids.
    let operations: KeyValuePairs<String, [RequestRate]>
    /// The one that all other operations have together; empty where it is not known.
    let others: [RequestRate]
}
