/// The change of the library's version that a change of its spec owes (Semantic Versioning 2.0.0).
package enum OwedVersion: String, Sendable, Hashable, CaseIterable {
    /// Nothing has changed.
    case none
    /// Only what people read.
    case patch
    /// Something to use is new, or it behaves in another way.
    case minor
    /// A program may no longer compile.
    case major
}
