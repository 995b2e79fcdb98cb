/// One difference between two versions of a spec.
struct SpecChange: Sendable {
    /// What has happened.
    enum Action: Sendable {
        case added
        case removed
        /// It has another name, and is what it was on the wire.
        case renamed
        /// Something else is said of it.
        case changed(old: SpecFact?, new: SpecFact?)
        /// Its parts stand in another order.
        case reordered(ElementKind, old: [String], new: [String])
    }

    let action: Action
    /// What it stands inside of, from the outside in.
    let owners: [SpecElement]
    /// The element as it was.
    let old: SpecElement?
    /// The element as it is.
    let new: SpecElement?

    /// The element as it is, or as it was.
    var element: SpecElement {
        guard let element = new ?? old else { preconditionFailure("a change is of something") }
        return element
    }

    /// The key of the dialect that is said anew.
    var key: String? {
        if case .changed(let old, let new) = action { (new ?? old)?.key } else { nil }
    }
}
