/// What a store says to a claim.
public enum ClaimResult: Sendable, Hashable, CaseIterable {
    /// The caller holds the claim, until it is completed or released or its lease ends.
    case claimed

    /// Another caller holds it: the event is being worked on.
    case busy

    /// The event has been worked on.
    case done
}
