/// A derived property that is true or false.
struct PredicateIR: Sendable {
    var name: SwiftIdentifier
    var condition: ConditionIR
}

/// When a derived property is true.
indirect enum ConditionIR: Sendable {
    case equals(PropertyIR, [SwiftValue], ignoringCase: Bool)
    case prefix(PropertyIR, String)
    case present(PropertyIR)
    case notEmpty(PropertyIR)
    case any([ConditionIR])
    case all([ConditionIR])
}

/// A subscript that finds an element of a list.
struct LookupIR: Sendable {
    var label: SwiftIdentifier
    var list: PropertyIR
    var element: SwiftType
    var by: PropertyIR
}
