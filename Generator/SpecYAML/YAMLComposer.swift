/// Builds the node tree of one file from libyaml's events, and refuses what specs do not use.
///
/// Recursive, with the depth limit as the bound of the recursion.
struct YAMLComposer {
    var diagnostics = DiagnosticCollector()

    private let file: SourceFile
    private let limits: YAMLLimits
    private var cursor: SourceCursor
    private var lines: LineIndex
    private let tolerance: YAMLTolerance
    private var depth = 0
    private var bracketDepth = 0
    private var eventCount = 0
    private var errorCount = 0

    init(file: SourceFile, limits: YAMLLimits, tolerance: YAMLTolerance) {
        self.file = file
        self.limits = limits
        self.tolerance = tolerance
        cursor = SourceCursor(file)
        lines = LineIndex(file)
    }

    /// Reads the whole file; nil after an error that says why there is no root mapping.
    mutating func compose(_ events: inout LibYAMLEvents) throws(YAMLRefusal) -> YAMLNode? {
        _ = try next(&events)
        let start = try next(&events)
        guard case .documentStart(let hasDirectives) = start.kind else { throw empty() }
        if hasDirectives { try refuse(.directive, RefusedFeature.directive, start.start.location(in: file)) }
        let root = try node(from: next(&events), &events)
        _ = try next(&events)
        try expectEnd(next(&events))
        if tolerance == .nothing, let tab = TabCheck.firstTab(in: file, root) {
            try refuse(.tab, SourceCheck.tabMessage, tab)
        }
        guard root.mapping != nil else {
            try refuse(.root, "a spec file is a mapping of keys to values, and this is \(root.kindName)", root.location)
            return nil
        }
        return root
    }

    private func empty() -> YAMLRefusal {
        let message = "the file is empty; a spec file is a mapping of keys to values"
        return YAMLRefusal(rule: .empty, message: message, location: file.location(ofByte: 0))
    }

    private func expectEnd(_ event: YAMLEvent) throws(YAMLRefusal) {
        guard case .documentStart = event.kind else { return }
        let location = event.start.location(to: event.end, in: file)
        throw YAMLRefusal(rule: .severalDocuments, message: RefusedFeature.severalDocuments, location: location)
    }

    // MARK: Events and errors

    private mutating func next(_ events: inout LibYAMLEvents) throws(YAMLRefusal) -> YAMLEvent {
        let event: YAMLEvent
        do {
            event = try events.next()
        } catch {
            throw SyntaxMessage.refusal(for: error, in: file)
        }
        eventCount += 1
        guard eventCount > limits.events else { return event }
        let message = "the file holds more than \(limits.events) YAML events; split it"
        throw YAMLRefusal(rule: .events, message: message, location: event.start.location(in: file))
    }

    private mutating func refuse(
        _ rule: YAMLRule,
        _ message: String,
        _ location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) throws(YAMLRefusal) {
        errorCount += 1
        guard errorCount <= limits.errors else {
            let message = "more than \(limits.errors) errors in this file; fix those above first"
            throw YAMLRefusal(rule: .errors, message: message, location: location)
        }
        diagnostics.error(rule.rawValue, message, at: location, notes: notes)
    }

    private mutating func refuseProperties(of event: YAMLEvent) throws(YAMLRefusal) {
        let found = cursor.properties(at: event.start)
        for (sign, columns) in found {
            let isAnchor = sign == UInt8(ascii: "&")
            let (line, start, end) = (event.start.line, columns.lowerBound, columns.upperBound)
            let location = SourceLocation(file: file.path, line: line, column: start, endLine: line, endColumn: end)
            try refuse(
                isAnchor ? .anchor : .tag,
                isAnchor ? RefusedFeature.anchor : RefusedFeature.tag,
                location
            )
        }
        guard found.isEmpty else { return }
        let location = event.start.location(in: file)
        if event.hasAnchor { try refuse(.anchor, RefusedFeature.anchor, location) }
        if event.hasTag { try refuse(.tag, RefusedFeature.tag, location) }
    }

    // MARK: Other readers

    /// Refuses what another reader of YAML would refuse, or read as something else.
    private mutating func refuseDisagreement(
        on scalar: YAMLScalar,
        isKey: Bool,
        _ location: SourceLocation
    ) throws(YAMLRefusal) {
        if let text = PlainText(scalar) {
            guard tolerance == .nothing || !(isKey || scalar.isText) else { return }
            let isInBrackets = bracketDepth > 0
            let objection =
                isKey ? text.objection(asKeyInBrackets: isInBrackets) : text.objection(isInBrackets: isInBrackets)
            if let objection { try refuse(.plain, objection, location) }
        } else if scalar.style == .literal || scalar.style == .folded, tolerance == .nothing {
            try refuseSign(behindHeaderAt: location)
        }
    }

    /// libyaml takes `|#` for a block with a comment, others for an error.
    private mutating func refuseSign(behindHeaderAt location: SourceLocation) throws(YAMLRefusal) {
        let line = lines.range(ofLine: location.line).map { String(decoding: file.bytes[$0], as: UTF8.self) } ?? ""
        let header = line.unicodeScalars.dropFirst(location.column - 1).prefix { $0 != " " }
        guard header.contains("#") else { return }
        try refuse(.syntax, "PyYAML reads no comment without a space before its '#'; add one", location)
    }

    /// `["a":1]` is a list with a mapping to libyaml, and an error to ruamel.yaml.
    private mutating func refuseColon(
        between key: SourceLocation,
        _ value: SourceLocation,
        ofPairAt start: YAMLMark
    ) throws(YAMLRefusal) {
        guard tolerance == .nothing, (start.line, start.column) == (key.line, key.column) else { return }
        guard key.endLine == value.line, key.endColumn + 1 == value.column else { return }
        guard value.column < value.endColumn || value.line < value.endLine else { return }
        try refuse(.syntax, "ruamel.yaml reads no value without a space between it and the ':'; add one", value)
    }

    // MARK: Nodes

    private mutating func node(
        from event: YAMLEvent,
        isKey: Bool = false,
        _ events: inout LibYAMLEvents
    ) throws(YAMLRefusal) -> YAMLNode {
        switch event.kind {
        case .sequenceStart(let isFlow):
            try refuseProperties(of: event)
            return try nested(event, isFlow) { (composer) throws(YAMLRefusal) in
                try composer.sequence(from: event, isFlow, &events)
            }
        case .mappingStart(let isFlow):
            try refuseProperties(of: event)
            return try nested(event, isFlow) { (composer) throws(YAMLRefusal) in
                try composer.mapping(from: event, isFlow, &events)
            }
        case .scalar(let scalar):
            try refuseProperties(of: event)
            let location = location(of: scalar, event)
            try refuseDisagreement(on: scalar, isKey: isKey, location)
            return YAMLNode(content: .scalar(scalar), location: location)
        default:
            let location = event.start.location(to: event.end, in: file)
            try refuse(.alias, RefusedFeature.alias, location)
            return YAMLNode(content: .scalar(YAMLScalar(text: "", style: .plain)), location: location)
        }
    }

    private mutating func nested(
        _ event: YAMLEvent,
        _ isFlow: Bool,
        _ read: (inout YAMLComposer) throws(YAMLRefusal) -> YAMLNode
    ) throws(YAMLRefusal) -> YAMLNode {
        depth += 1
        bracketDepth += isFlow ? 1 : 0
        defer {
            depth -= 1
            bracketDepth -= isFlow ? 1 : 0
        }
        guard depth > limits.depth else { return try read(&self) }
        let message = "lists and mappings are nested more than \(limits.depth) deep; flatten them"
        throw YAMLRefusal(rule: .depth, message: message, location: event.start.location(in: file))
    }

    private mutating func sequence(
        from start: YAMLEvent,
        _ isFlow: Bool,
        _ events: inout LibYAMLEvents
    ) throws(YAMLRefusal) -> YAMLNode {
        var elements: [YAMLNode] = []
        while true {
            let event = try next(&events)
            if case .sequenceEnd = event.kind {
                let location = location(from: start, to: event, isFlow, last: elements.last)
                return YAMLNode(content: .sequence(elements), location: location)
            }
            elements.append(try node(from: event, &events))
        }
    }

    private mutating func mapping(
        from start: YAMLEvent,
        _ isFlow: Bool,
        _ events: inout LibYAMLEvents
    ) throws(YAMLRefusal) -> YAMLNode {
        var members: [YAMLMember] = []
        var locations: [String: SourceLocation] = [:]
        var last: YAMLNode?
        while true {
            let event = try next(&events)
            if case .mappingEnd = event.kind {
                let location = location(from: start, to: event, isFlow, last: last)
                return YAMLNode(content: .mapping(members), location: location)
            }
            let key = try node(from: event, isKey: true, &events)
            let value = try node(from: next(&events), &events)
            last = value
            if isFlow { try refuseColon(between: key.location, value.location, ofPairAt: start.start) }
            guard let text = try keyText(key, isAlias: event.isAlias, unlessIn: &locations) else { continue }
            members.append(YAMLMember(key: text, keyLocation: key.location, value: value))
        }
    }

    /// The key's text; nil after an error, if the member must be left out.
    private mutating func keyText(
        _ key: YAMLNode,
        isAlias: Bool,
        unlessIn locations: inout [String: SourceLocation]
    ) throws(YAMLRefusal) -> String? {
        if isAlias { return nil }
        guard let scalar = key.scalar, scalar.style != .plain || !scalar.text.isEmpty else {
            try refuse(.key, "a key is text, and this is \(key.kindName); write a word before the ':'", key.location)
            return nil
        }
        if scalar.style == .plain, scalar.text == "<<" {
            try refuse(.mergeKey, RefusedFeature.mergeKey, key.location)
            return nil
        }
        if let first = locations[scalar.text] {
            let note = Diagnostic.Note(message: "first written here", location: first)
            let message = "key \(SpecText.quoted(scalar.text)) is written twice in one mapping; remove or rename one"
            try refuse(.duplicateKey, message, key.location, notes: [note])
            return nil
        }
        locations[scalar.text] = key.location
        return scalar.text
    }

    // MARK: Locations

    // The end of a block collection is where its last member ends: libyaml's own mark points at the next token. So does
    // its mark for `[key: value]`, a mapping in flow style without brackets, which is empty.
    private func location(
        from start: YAMLEvent,
        to end: YAMLEvent,
        _ isFlow: Bool,
        last: YAMLNode?
    ) -> SourceLocation {
        let whole = start.start.location(to: end.end, in: file)
        guard let last, !isFlow || end.start == end.end else { return whole }
        return whole.extended(to: last.location)
    }

    private mutating func location(of scalar: YAMLScalar, _ event: YAMLEvent) -> SourceLocation {
        let whole = event.start.location(to: event.end, in: file)
        switch scalar.style {
        case .plain, .singleQuoted, .doubleQuoted: return whole
        case .literal, .folded: return blockLocation(whole)
        }
    }

    // libyaml ends a text block after the blank lines that follow it.
    private mutating func blockLocation(_ whole: SourceLocation) -> SourceLocation {
        var line = whole.endColumn == 1 ? whole.endLine - 1 : whole.endLine
        while line >= whole.line {
            let text = lines.range(ofLine: line).map { file.bytes[$0] } ?? []
            let width = text.count { $0 & 0xC0 != 0x80 }
            if text.contains(where: { $0 != UInt8(ascii: " ") }) || line == whole.line {
                return whole.extended(
                    to: SourceLocation(file: file.path, line: line, column: 1, endLine: line, endColumn: width + 1)
                )
            }
            line -= 1
        }
        return whole
    }
}

extension YAMLEvent {
    fileprivate var isAlias: Bool {
        if case .alias = kind { return true }
        return false
    }
}
