extension TransportCheck {
    /// All checks that may run beside one another, and beside other tests.
    public static let all =
        requests + answers + odd + bodies + streams + connections + faults + cancellations + calls + lostAnswers
        + stalledCalls + lifetime + [endurance(calls: 200)]
}
