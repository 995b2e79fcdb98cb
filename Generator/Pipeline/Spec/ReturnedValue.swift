import SpecYAML

/// What an operation answers: a type of JSON, or something else.
enum ReturnedValue: Sendable {
    case json(Located<TypeExpression>)
    case raw(Located<RawAnswer>)
}

extension Kind where Value == ReturnedValue {
    /// A type, or a word for what is no JSON.
    static var returned: Kind {
        let words = RawAnswer.allCases.map(\.rawValue)
        let type = Kind<Located<TypeExpression>>.type
        return Kind(.either([.words(words), type.shape])) { member, log in
            if let scalar = member.value.scalar, let raw = RawAnswer(rawValue: scalar.text) {
                return .raw(Located(raw, at: member.value.location))
            }
            return type.decode(member, &log).map { .json($0) }
        }
    }
}
