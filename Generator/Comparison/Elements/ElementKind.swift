/// What a part of a spec is.
package enum ElementKind: String, Sendable, Hashable, CaseIterable {
    case api = "API"
    case client
    case server
    case clientParameter = "client parameter"
    case credential
    case way = "way to authenticate"
    case option
    case resource
    case operation
    case argument
    case pathParameter = "path parameter"
    case queryParameter = "query parameter"
    case headerParameter = "header parameter"
    case bodyField = "body field"
    case answerHeader = "answer header"
    case waiter
    case model
    case field
    case predicate
    case lookup
    case money
    case wordSet = "enum"
    case word
    case union
    case shape = "case"
    case errorField = "error field"
    case errorCode = "error code"
    case errorCase = "error case"
    case webhook
    case example

    /// Whether the order of its siblings means something: the order of arguments in Swift, the default among servers, the case
    /// that is tried first.
    var isOrdered: Bool {
        switch self {
        case .server, .clientParameter, .credential, .option, .errorCase, .field: true
        case .argument, .pathParameter, .queryParameter, .headerParameter, .bodyField: true
        default: false
        }
    }

    /// Whether its values are written as plain text, and not as JSON.
    var isText: Bool {
        switch self {
        case .clientParameter, .pathParameter, .queryParameter, .headerParameter, .answerHeader: true
        default: false
        }
    }

    /// Whether its name is one that other parts of the spec refer to as a type.
    var isType: Bool { self == .model || self == .wordSet || self == .union }
}
