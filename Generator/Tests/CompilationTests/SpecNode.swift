/// A piece of a spec as data, so that it can be changed, made smaller, and written as YAML in the form of JSON.
indirect enum SpecNode: Sendable, Hashable {
    case text(String)
    /// What stands without quotes: a number or a truth value.
    case plain(String)
    case list([SpecNode])
    case map([Member])
    /// A text that is itself JSON.
    case json(SpecNode)

    struct Member: Sendable, Hashable {
        var key: String
        var value: SpecNode
    }

    /// The value as JSON, which is YAML too.
    var written: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .plain(let text): text
        case .list(let elements): "[\(elements.map(\.written).joined(separator: ", "))]"
        case .map(let members):
            "{\(members.map { "\(Self.quoted($0.key)): \($0.value.written)" }.joined(separator: ", "))}"
        case .json(let value): Self.quoted(value.written)
        }
    }

    /// The same with one text in the place of another, in keys too.
    func replacing(_ old: String, with new: String) -> SpecNode {
        switch self {
        case .text(let text): .text(text.replacing(old, with: new))
        case .plain: self
        case .list(let elements): .list(elements.map { $0.replacing(old, with: new) })
        case .map(let members):
            .map(
                members.map {
                    Member(key: $0.key.replacing(old, with: new), value: $0.value.replacing(old, with: new))
                }
            )
        case .json(let value): .json(value.replacing(old, with: new))
        }
    }

    /// The number of values in it.
    var size: Int {
        switch self {
        case .text, .plain: 1
        case .list(let elements): elements.reduce(1) { $0 + $1.size }
        case .map(let members): members.reduce(1) { $0 + $1.value.size }
        case .json(let value): value.size
        }
    }

    subscript(key: String) -> SpecNode? {
        get {
            guard case .map(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .map(var members) = self else { return }
            let place = members.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
            self = .map(members)
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }
}

extension SpecNode: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(arrayLiteral elements: SpecNode...) { self = .list(elements) }
    init(dictionaryLiteral members: (String, SpecNode)...) {
        self = .map(members.map { Member(key: $0.0, value: $0.1) })
    }
    init(integerLiteral number: Int) { self = .plain("\(number)") }
    init(booleanLiteral flag: Bool) { self = .plain("\(flag)") }
}
