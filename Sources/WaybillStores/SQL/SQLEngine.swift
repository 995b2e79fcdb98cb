/// A database with SQL, and where its words differ from those of another one.
///
/// Statements are written with `?1`, `?2` and so on where values go, and each of their columns is text.
struct SQLEngine: Sendable {
    /// The present, by the engine's clock.
    let now: String
    /// What has a row passed over that a transaction works on.
    let skipLocked: String
    /// What values are written with.
    private let placeholder: String
    private let millisecond: String
    /// Milliseconds of what stands between these.
    private let number: (prefix: String, suffix: String)

    /// PostgreSQL, whose times are `timestamptz`.
    static let postgres = SQLEngine(
        now: "now()",
        skipLocked: "FOR UPDATE SKIP LOCKED",
        placeholder: "$",
        millisecond: " * interval '1 millisecond'",
        number: ("CAST(extract(epoch FROM ", ") * 1000 AS bigint)")
    )

    /// SQLite, whose times are milliseconds since 1970; it has one writer at a time, and no rows that are locked.
    static let sqlite = SQLEngine(
        now: "CAST((julianday('now') - 2440587.5) * 86400000 AS bigint)",
        skipLocked: "",
        placeholder: "?",
        millisecond: "",
        number: ("", "")
    )

    /// The time that is some milliseconds from now.
    func now(plus value: String) -> String { "\(now) + CAST(\(value) AS bigint)\(millisecond)" }

    /// A time, or the length of one, in milliseconds.
    func milliseconds(_ time: String) -> String { "\(number.prefix)\(time)\(number.suffix)" }

    /// A statement in the engine's own words.
    func statement(_ text: String) -> String { text.replacing("?", with: placeholder) }
}
