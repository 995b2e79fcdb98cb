@_spi(Generated) import WaybillJSON

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What a wire format is in Swift: its type, and how generated code reads, writes and prints a value.
struct SwiftForm: Sendable {
    /// How a value is written as JSON: a method of the writer, or an expression that the writer's `value` takes.
    enum Writing: Sendable {
        /// By its own type: `writer.member(key, value)`, `writer.value(value)`.
        case plain
        /// By a method of the writer that bears this name, and a label of the same name after a key.
        case method(StaticString)
    }

    /// How a value becomes text, for a path, a query, a header or an error.
    enum Text: Sendable {
        /// It is text.
        case itself
        /// `String(value)`.
        case converted
        /// `String(label: value)`.
        case labelled(StaticString)
        /// A property or call of the value.
        case member(StaticString)
        /// `String(describing: value)`.
        case described
    }

    /// How a value of the spec is written as a literal.
    enum Literal: Sendable {
        case text
        case wholeNumber
        case number
        case bool
        case decimal
        /// RFC 3339, which Foundation reads whatever the machine's locale.
        case timestamp
        /// A date that the runtime's reader finds in the value.
        case date(@Sendable (inout JSONReader) -> Date?)
        case texts
        /// The numbers of the bytes, which a value has in Base64.
        case bytes
        /// A file, as the arguments of an example write it.
        case file
        case json
    }

    let type: StaticString
    /// The type that the file needs from Foundation, if any.
    var foundation: FoundationType?
    let reading: StaticString
    var writing = Writing.plain
    var text = Text.described
    /// The label of the check that every value goes through before it is sent, if it has one.
    var checking: StaticString?
    /// How a value of the spec is written as a literal.
    let literal: Literal
}

/// A type that generated code takes from Foundation.
enum FoundationType: Int, Sendable, Hashable, CaseIterable {
    case date
    case decimal
}
