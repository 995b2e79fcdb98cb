/// When a derived property is true.
public indirect enum PredicateSpec: Sendable {
    /// The field has one of the values.
    case equals(field: Located<String>, values: [Located<PredicateValue>], ignoringCase: Bool)
    /// The field's text begins so.
    case prefix(field: Located<String>, prefix: Located<String>)
    /// The field is there and not null.
    case present(field: Located<String>)
    /// The list field has an element.
    case notEmpty(field: Located<String>)
    /// One of these holds.
    case any([PredicateSpec])
    /// All of these hold.
    case all([PredicateSpec])

    /// A value that a field is compared with.
    public enum PredicateValue: Sendable, Hashable {
        case text(String)
        case bool(Bool)
        case int(Int)
    }
}
