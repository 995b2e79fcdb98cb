@_spi(Generated) public import WaybillJSON

/// How the value of a success is read from its body.
@_spi(Generated)
public struct AnswerForm<Value: Sendable>: Sendable {
    /// The way for one status.
    enum Reading {
        /// It is always this one; the body is not looked at.
        case constant(Value)
        /// From JSON. Where there is no body, or nothing at the place of the value, it is `absent`; nil: that is a fault.
        case json((inout JSONReader) -> Value?, absent: Value?)
        /// From text, whatever it says.
        case text((String) -> Value)
        /// From the bytes as they came.
        case bytes(([UInt8]) -> Value)
    }

    let reading: @Sendable (_ status: Int) -> Reading

    private init(reading: @escaping @Sendable (Int) -> Reading) { self.reading = reading }

    /// JSON.
    public static func json(_ read: @escaping @Sendable (inout JSONReader) -> Value?) -> AnswerForm {
        AnswerForm { _ in .json(read, absent: nil) }
    }

    /// JSON whose shape the status tells.
    public static func json(byStatus read: @escaping @Sendable (inout JSONReader, Int) -> Value?) -> AnswerForm {
        AnswerForm { status in .json({ read(&$0, status) }, absent: nil) }
    }

    /// The same value whatever comes.
    static func constant(_ value: Value) -> AnswerForm { AnswerForm { _ in .constant(value) } }

    /// JSON, or nothing: an empty body, null, or nothing where the value stands.
    public static func optional<Wrapped>(
        _ read: @escaping @Sendable (inout JSONReader) -> Wrapped?
    ) -> AnswerForm where Value == Wrapped? {
        AnswerForm { _ in
            .json(
                { reader in
                    // Nil for null, and after a fault, which the reader keeps.
                    .some(read(&reader))
                },
                absent: .some(nil)
            )
        }
    }

    /// JSON whose shape the status tells, or nothing, as ``optional(_:)`` has it.
    public static func optional<Wrapped>(
        byStatus read: @escaping @Sendable (inout JSONReader, Int) -> Wrapped?
    ) -> AnswerForm where Value == Wrapped? {
        AnswerForm { status in .json({ .some(read(&$0, status)) }, absent: .some(nil)) }
    }

    /// A value, or the status 304 in its place.
    public static func revalidated<Wrapped>(_ form: AnswerForm<Wrapped>) -> AnswerForm
    where Value == Revalidated<Wrapped> {
        AnswerForm { status in
            if status == 304 { return .constant(.notModified) }
            switch form.reading(status) {
            case .constant(let value): return .constant(.modified(value))
            case .json(let read, let absent):
                return .json({ read(&$0).map { .modified($0) } }, absent: absent.map { .modified($0) })
            case .text(let make): return .text { .modified(make($0)) }
            case .bytes(let make): return .bytes { .modified(make($0)) }
            }
        }
    }
}

@_spi(Generated)
extension AnswerForm where Value == String {
    /// The body as text.
    public static var text: AnswerForm { AnswerForm { _ in .text { $0 } } }
}

@_spi(Generated)
extension AnswerForm where Value == [UInt8] {
    /// The body as it came.
    public static var bytes: AnswerForm { AnswerForm { _ in .bytes { $0 } } }
}
