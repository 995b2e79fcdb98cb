/// A value of a YAML file, with its place.
///
/// The location of a text includes its quotes; that of a list or mapping goes from its first character to the end of
/// its last member or closing bracket.
public struct YAMLNode: Sendable {
    /// The three kinds of value that YAML has.
    public enum Content: Sendable {
        /// A text, number, truth value or nothing.
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// A mapping, its members in the order of the file; no two have the same key.
        case mapping([YAMLMember])
    }

    /// What the value is.
    public let content: Content
    /// Where the value stands.
    public let location: SourceLocation

    /// Makes a node.
    public init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The scalar, if it is one.
    public var scalar: YAMLScalar? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar
    }

    /// The elements, if it is a list.
    public var sequence: [YAMLNode]? {
        guard case .sequence(let elements) = content else { return nil }
        return elements
    }

    /// The members in the order of the file, if it is a mapping.
    public var mapping: [YAMLMember]? {
        guard case .mapping(let members) = content else { return nil }
        return members
    }

    /// The value of a key; nil if there is no such key or this is not a mapping.
    public subscript(key: String) -> YAMLNode? {
        mapping?.first { $0.key == key }?.value
    }

    /// The kind in words for messages: `a mapping`, `a list`, `text`, `a number`, `true or false`, `nothing`.
    public var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.kindName
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
