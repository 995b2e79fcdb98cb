/// A wait that timed out; nothing is known to have failed.
public struct ExpiredWait: Sendable, Hashable, CustomStringConvertible {
    /// What was waited for, such as a message's id.
    public let subject: String

    /// The number of polls.
    public let polls: Int

    /// How long the wait was.
    public let waited: Duration

    /// The status that the last poll showed.
    public let lastStatus: String

    /// The last poll's body as JSON.
    public let lastAnswer: JSONValue?

    /// Makes a value, for tests of code that handles it.
    public init(subject: String, polls: Int, waited: Duration, lastStatus: String, lastAnswer: JSONValue? = nil) {
        self.subject = subject
        self.polls = polls
        self.waited = waited
        self.lastStatus = lastStatus
        self.lastAnswer = lastAnswer
    }

    /// Subject, last status, time and polls in one line.
    public var description: String {
        "\(subject) was still \(lastStatus) after \(waited.secondsText) and \(polls == 1 ? "1 poll" : "\(polls) polls")"
    }
}

extension ExpiredWait: CustomReflectable {
    /// Everything but the last answer, which may be people's data.
    public var customMirror: Mirror {
        Mirror(self, children: ["subject": subject, "polls": polls, "waited": waited, "lastStatus": lastStatus])
    }
}
