/// A database has answered what no statement of this package has as an answer.
///
/// The tables may be of another version, or the executor gives columns in another order or form.
public struct UnexpectedAnswer: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was asked, in words.
    public let question: String

    /// What is wrong, with nothing of the rows.
    public var description: String {
        "\(question): the answer is none that the statement has; see that the tables are this version's and that the executor "
            + "gives each column as text"
    }
}
