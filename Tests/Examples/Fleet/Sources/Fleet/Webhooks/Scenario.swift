import ArgumentParser

/// What goes wrong while events are delivered.
enum Scenario: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// Receivers are killed.
    case kills
    /// Receivers are killed, answers of the server are lost or late.
    case replies
    /// Receivers are killed, the server is killed and started again, all connections are cut.
    case restart
    /// The server stands still for three seconds.
    case frozen

    var hasKills: Bool { self != .frozen }

    var faults: FaultProxy.Faults? {
        switch self {
        case .replies: FaultProxy.Faults(lost: 0.003, late: 0.000_5)
        case .restart: FaultProxy.Faults(lost: 0, late: 0)
        case .kills, .frozen: nil
        }
    }

    /// Whether it can happen to a form: a file has no server.
    func concerns(_ form: Form) -> Bool { form.engine != nil || self == .kills }
}
