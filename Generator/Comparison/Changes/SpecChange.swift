/// One difference between two versions of a spec.
struct SpecChange: Sendable {
    /// What has happened, and to which element.
    enum Form: Sendable {
        case added(SpecElement)
        case removed(SpecElement)
        /// Both versions have it, and not alike.
        case differs(old: SpecElement, new: SpecElement, Difference)
    }

    /// In what an element differs.
    enum Difference: Sendable {
        /// It has another name, and is what it was on the wire.
        case renamed
        /// Something else is said of it.
        case changed(FactChange)
        /// Its parts stand in another order.
        case reordered(ElementKind, old: [String], new: [String])
    }

    let form: Form
    /// What it stands inside of, from the outside in.
    let owners: [SpecElement]

    /// The element as it was; nil: it was not there.
    var old: SpecElement? {
        switch form {
        case .added: nil
        case .removed(let element), .differs(let element, _, _): element
        }
    }

    /// The element as it is; nil: it is gone.
    var new: SpecElement? {
        switch form {
        case .removed: nil
        case .added(let element), .differs(_, let element, _): element
        }
    }

    /// The element as it is, or as it was.
    var element: SpecElement {
        switch form {
        case .added(let element), .removed(let element), .differs(_, let element, _): element
        }
    }

    /// What is said anew, where it is that.
    var fact: FactChange? {
        if case .differs(_, _, .changed(let fact)) = form { fact } else { nil }
    }
}
