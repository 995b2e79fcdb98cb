/// A value that a statement is given, in place of `$1`, `$2` and so on.
///
/// The statements name the type of each value themselves, so that a driver may send them as text or in its own form.
public enum SQLValue: Sendable, Hashable {
    /// Text without NUL, in UTF-8.
    case text(String)
    /// A whole number of 64 bits.
    case integer(Int64)
}
