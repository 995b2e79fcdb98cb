import CLibYAML

/// Reads libyaml's events from bytes.
///
/// The module's only unsafe code.
///
/// Owns one `yaml_parser_t` and frees it in every case; each `yaml_event_t` lives for one call of `next`.
struct LibYAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Opens the bytes, hands the events to a body and closes everything again, however the body ends.
    static func reading<Result>(
        _ file: SourceFile,
        _ body: (inout LibYAMLEvents) throws(YAMLRefusal) -> Result
    ) throws(YAMLRefusal) -> Result {
        try file.bytes.withUnsafeBufferPointer { (buffer) throws(YAMLRefusal) -> Result in
            guard var events = LibYAMLEvents(buffer) else {
                throw YAMLRefusal(rule: .syntax, message: "out of memory", location: file.location(ofByte: 0))
            }
            return try body(&events)
        }
    }

    // On the heap, because libyaml keeps a pointer to the parser inside the parser.
    private init?(_ buffer: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after the end of the stream, that event again.
    mutating func next() throws(LibYAMLProblem) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event)
    }

    private func problem() -> LibYAMLProblem {
        let state = parser.pointee
        return LibYAMLProblem(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            context: state.context.map { String(cString: $0) } ?? "",
            mark: YAMLMark(state.problem_mark),
            contextMark: YAMLMark(state.context_mark),
            byteOffset: state.error == YAML_READER_ERROR ? Int(clamping: state.problem_offset) : nil
        )
    }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) {
        line = Int(clamping: mark.line) + 1
        column = Int(clamping: mark.column) + 1
        index = Int(clamping: mark.index)
    }
}

extension YAMLEvent {
    fileprivate init(_ event: yaml_event_t) {
        let (anchor, tag) = Self.properties(event)
        kind = Kind(event)
        hasAnchor = anchor
        hasTag = tag
        start = YAMLMark(event.start_mark)
        end = YAMLMark(event.end_mark)
    }

    private static func properties(_ event: yaml_event_t) -> (anchor: Bool, tag: Bool) {
        switch event.type {
        case YAML_SCALAR_EVENT: (event.data.scalar.anchor != nil, event.data.scalar.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            (event.data.sequence_start.anchor != nil, event.data.sequence_start.tag != nil)
        case YAML_MAPPING_START_EVENT: (event.data.mapping_start.anchor != nil, event.data.mapping_start.tag != nil)
        default: (false, false)
        }
    }
}

extension YAMLEvent.Kind {
    fileprivate init(_ event: yaml_event_t) {
        switch event.type {
        case YAML_STREAM_START_EVENT: self = .streamStart
        case YAML_DOCUMENT_START_EVENT: self = .documentStart(hasDirectives: Self.hasDirectives(event))
        case YAML_DOCUMENT_END_EVENT: self = .documentEnd
        case YAML_ALIAS_EVENT: self = .alias
        case YAML_SCALAR_EVENT: self = .scalar(YAMLScalar(event))
        case YAML_SEQUENCE_START_EVENT:
            self = .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            self = .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_MAPPING_END_EVENT: self = .mappingEnd
        default: self = .streamEnd
        }
    }

    private static func hasDirectives(_ event: yaml_event_t) -> Bool {
        let document = event.data.document_start
        return document.version_directive != nil || document.tag_directives.start != document.tag_directives.end
    }
}

extension YAMLScalar {
    fileprivate init(_ event: yaml_event_t) {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        self.init(text: String(decoding: bytes, as: UTF8.self), style: Style(scalar.style))
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
