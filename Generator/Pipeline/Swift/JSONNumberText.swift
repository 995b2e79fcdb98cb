import WaybillJSON

/// Writes doubles as short as they can be read back, whole ones without a fraction.
enum JSONNumberText {
    /// The digits; zero for what is not finite.
    static func shortest(_ value: Double) -> String { JSONNumber(value)?.text ?? "0" }
}
