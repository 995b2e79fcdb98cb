/// A definition of the spec, by identity: two references are equal where they name the same definition.
///
/// Definitions can hold each other in a circle, so a reference is made before the definition that it stands for.
/// ``Definitions`` gives every reference its definition before it hands any of them out.
@dynamicMemberLookup
package struct Reference<Definition: Sendable>: Sendable, Hashable {
    /// Written once, by ``Definitions``, before another thread can see it.
    private final class Box: @unchecked Sendable {
        var definition: Definition?
    }

    private let box = Box()

    init() {}

    /// Says what the reference stands for.
    func define(_ definition: Definition) {
        precondition(box.definition == nil, "a reference stands for one definition")
        box.definition = definition
    }

    package var value: Definition {
        guard let definition = box.definition else { preconditionFailure("a definition is read before it is made") }
        return definition
    }

    /// The members of the definition, without naming it.
    package subscript<Member>(dynamicMember keyPath: KeyPath<Definition, Member>) -> Member {
        value[keyPath: keyPath]
    }

    /// Two references are equal where they name the same definition.
    package static func == (left: Reference, right: Reference) -> Bool { left.box === right.box }

    /// Hashes the definition's identity.
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(box)) }
}
