/// A peer that did not come to the point that a test waits for.
public struct PeerIsLate: Error {}
