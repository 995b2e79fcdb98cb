extension Duration {
    /// The duration in seconds, to the precision of a double.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }

    /// The duration in whole milliseconds; what does not fit is the most that does.
    var milliseconds: Int64 {
        let (whole, overflow) = components.seconds.multipliedReportingOverflow(by: 1_000)
        return overflow ? .max : whole + components.attoseconds / 1_000_000_000_000_000
    }

    /// The duration in seconds with up to three decimals: `0.25 s`.
    var secondsText: String {
        let (seconds, attoseconds) = components
        let thousandths = abs(attoseconds / 1_000_000_000_000_000)
        let sign = seconds == 0 && attoseconds < 0 ? "-" : ""
        guard thousandths > 0 else { return "\(sign)\(seconds) s" }
        var decimals = String(1_000 + thousandths).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(sign)\(seconds).\(decimals) s"
    }
}
