/// A key of a mapping, as data.
struct KeyShape: Sendable, Hashable {
    /// What holds where the key is left out.
    enum Absence: Sendable, Hashable {
        /// The mapping is incomplete.
        case error
        /// The key has this value, as if it were written.
        case value(String)
        case described(String)
        /// Nothing holds: the member stays nil or empty.
        case nothing
    }

    /// The key as it is written.
    let name: String
    let value: ValueShape
    /// What holds where it is left out.
    var absence: Absence
    /// What it says, in one line.
    var meaning = ""
    /// The first version of the dialect that has it.
    var since = 1
    /// The word that it had before, of which a spec that still has it is told.
    var former: String?
    /// What to write instead of that word.
    var replacement = ""
}
