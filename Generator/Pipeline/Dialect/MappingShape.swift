/// A mapping whose keys the dialect fixes, as data.
struct MappingShape: Sendable, Hashable {
    /// Keys of which some must be there.
    struct Choice: Sendable, Hashable {
        /// The keys that go together, one list for each way.
        let ways: [[String]]
        /// Whether only one of the ways may be taken.
        let isExclusive: Bool
        /// What to do, where the usual message does not say it.
        let message: String?
    }

    /// The name of its table in the reference.
    let id: String
    /// What messages call it, with its article.
    let title: String
    /// Its keys, in the order of the reference.
    let keys: [KeyShape]
    /// The key whose value alone is short for the mapping with that key only.
    var short: String?
    /// The choices between its keys.
    var choices: [Choice] = []
    /// What of it stands in files of its own.
    var partsApart: [FilePart] = []
    /// Whether it also has names that its surroundings allow.
    var hasOthers = false
}
