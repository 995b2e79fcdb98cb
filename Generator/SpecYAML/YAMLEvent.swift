/// One event of libyaml's parser, copied out of C's memory.
struct YAMLEvent {
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart(hasDirectives: Bool)
        case documentEnd
        case alias
        case scalar(YAMLScalar)
        case sequenceStart(isFlow: Bool)
        case sequenceEnd
        case mappingStart(isFlow: Bool)
        case mappingEnd
    }

    let kind: Kind
    /// Whether an anchor stands before the value.
    let hasAnchor: Bool
    /// Whether a tag stands before the value, as far as libyaml tells: a lone `!` before plain text is not reported.
    let hasTag: Bool
    let start: YAMLMark
    let end: YAMLMark
}
