import WaybillJSON

/// A struct that is an object on the wire.
struct ModelIR: Sendable {
    var name: SwiftIdentifier
    var folder: String
    var source: String
    var about: String?
    var notes: String?
    /// The property that holds the members which the spec does not name.
    var extra: SwiftIdentifier
    /// Whether the user is to fill that property.
    var isFree: Bool
    /// What stands on the wire, in its order.
    var members: [MemberIR]
    var predicates: [PredicateIR]
    var lookups: [LookupIR]
    /// Whether it is part of a request.
    var isRequest = false
    /// Whether anything of it is to be checked before it is sent.
    var isChecked = false
    /// What it takes to write it into a request, where that is more than the value itself.
    var filling: FillingIR?
    /// Whether a model spreads a value of it among its own members.
    var isSpread = false

    /// The members that are properties.
    var properties: [PropertyIR] {
        members.compactMap { if case .property(let property) = $0 { property } else { nil } }
    }
}

/// One member of an object on the wire.
enum MemberIR: Sendable {
    /// A property of the struct, or an argument of the operation.
    case property(PropertyIR)
    /// A value that is always the same.
    case constant(wireName: String, JSONValue)
    /// A value that is an argument of the operation.
    case filled(wireName: String, argument: SwiftIdentifier, type: SwiftType)

    /// The key on the wire.
    var wireName: String {
        switch self {
        case .property(let property): property.wireName
        case .constant(let wireName, _), .filled(let wireName, _, _): wireName
        }
    }
}

/// A property of a model, or an argument of an operation.
struct PropertyIR: Sendable {
    var name: SwiftIdentifier
    /// The key under which it is written.
    var wireName: String
    /// The keys under which it is read, in order of precedence.
    var keys: [String]
    var type: SwiftType
    var about: String?
    var defaultValue: SwiftValue?
    var make: MakeIR?
    var isLenient: Bool
    /// Whether the members of the value stand at the level of the model's own.
    var isSpread = false
    var constraints: ConstraintsIR
}

/// What the client writes where the user gives nothing.
enum MakeIR: Sendable, Hashable {
    /// The time of the call, as a date.
    case now
    /// A fixed value.
    case value(SwiftValue)
    /// Text with placeholders.
    case template(String)
}

/// What it takes to write a model into a request: the operation's arguments that it holds, itself or deeper.
struct FillingIR: Sendable, Hashable {
    /// The arguments in the order in which they are met.
    var arguments: [Argument] = []

    /// An argument of the operation.
    struct Argument: Sendable, Hashable {
        let name: SwiftIdentifier
        let type: SwiftType
    }

    /// Adds arguments that are not there yet.
    mutating func formUnion(_ others: [Argument]) {
        arguments += others.filter { !arguments.contains($0) }
    }
}

/// What a value must hold to before it is sent.
struct ConstraintsIR: Sendable, Hashable {
    var min: Double?
    var max: Double?
    var pattern: String?
    var minLength: Int?
    var maxLength: Int?
    var minItems: Int?
    var maxItems: Int?
    var isNotBlank = false

    /// Whether everything is allowed.
    var isEmpty: Bool { self == ConstraintsIR() }
}
