/// How lists and objects stand in a form, whose fields are all text.
///
/// The URL Standard says how names and values are encoded, and leaves this to each server.
@_spi(Generated)
public struct FormNotation: Sendable, Hashable {
    /// How the elements of a list stand in it.
    public enum Lists: String, Sendable, CaseIterable {
        /// The name once for each element: `to=a&to=b`.
        case repeated
        /// The name with brackets for each element: `to[]=a&to[]=b`.
        case brackets
        /// The name with the element's index, from 0: `to[0]=a&to[1]=b`. The elements may be objects and lists.
        case indexed
        /// One field with commas: `to=a,b`.
        case comma
    }

    /// How the members of an object stand in it.
    public enum Objects: String, Sendable, CaseIterable {
        /// The member's name in brackets: `to[line]=a`.
        case brackets
        /// The member's name behind a point: `to.line=a`.
        case dotted
    }

    /// How lists stand in it.
    public let lists: Lists
    /// How objects stand in it.
    public let objects: Objects

    /// Makes a notation.
    public init(lists: Lists = .repeated, objects: Objects = .brackets) {
        self.lists = lists
        self.objects = objects
    }

    /// The name of a member of what has a name already; that is empty where it is the form itself.
    public func name(of member: String, in owner: String) -> String {
        if owner.isEmpty { return member }
        return objects == .dotted ? "\(owner).\(member)" : "\(owner)[\(member)]"
    }

    /// The name of an element of a list.
    public func name(ofElement index: Int, in list: String) -> String {
        switch lists {
        case .repeated, .comma: list
        case .brackets: "\(list)[]"
        case .indexed: "\(list)[\(index)]"
        }
    }

    /// What separates names in it, so that no name has it itself.
    public var separators: [Unicode.Scalar] {
        let hasBrackets = objects == .brackets || lists == .brackets || lists == .indexed
        return (hasBrackets ? ["[", "]"] : []) + (objects == .dotted ? ["."] : [])
    }

    /// Why a member of this name cannot stand in it, or nil.
    public func fault(inName name: String) -> String? {
        if name.isEmpty { return "must have a name in a form" }
        guard name.unicodeScalars.contains(where: separators.contains) else { return nil }
        let words = separators.map { String($0) }.joined(separator: " ")
        return
            "must not have \(words) in its name, which \(separators.count > 1 ? "separate" : "separates") names in a form"
    }
}
