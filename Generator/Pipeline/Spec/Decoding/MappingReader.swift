import SpecYAML

/// Reads the members of one mapping of a known kind; unknown and missing keys are reported when it is made.
struct MappingReader {
    /// Which keys the mapping has.
    let kind: MappingKind
    /// Where the mapping stands.
    let location: SourceLocation
    private let members: [YAMLMember]

    /// Opens a mapping; nil and an error if the node is none.
    ///
    /// `owner` is the place that errors about missing keys name, `names` are further keys that this mapping may have.
    init?(
        _ node: YAMLNode,
        as kind: MappingKind,
        owner: SourceLocation? = nil,
        also names: [String] = [],
        into log: inout DecodingLog
    ) {
        guard let members = node.mapping else {
            log.lose(.wrongKind, ScalarDecoder.expected("a mapping, \(kind.title)", found: node), at: node.location)
            return nil
        }
        self.kind = kind
        self.location = node.location
        self.members = members
        checkKeys(also: names, owner: owner ?? node.location, into: &log)
    }

    private func checkKeys(also names: [String], owner: SourceLocation, into log: inout DecodingLog) {
        let keys = DialectKeys.keys(of: kind)
        let known = keys.map(\.name) + names
        var meant: Set<String> = []
        for member in members where !known.contains(member.key) {
            let free = known.filter { self[$0] == nil && !meant.contains($0) }
            let suggestion = Suggestion.nearest(to: member.key, among: free)
            if let suggestion { meant.insert(suggestion) }
            log.complain(
                .unknownKey,
                unknown(member.key, suggestion: suggestion, known: known),
                at: member.keyLocation
            )
        }
        for key in keys where key.isRequired && self[key.name] == nil {
            log.hasLosses = true
            if !meant.contains(key.name) { log.lose(.missingKey, missing(key.name), at: owner) }
        }
    }

    /// The value of a key, if it is there.
    subscript(key: String) -> YAMLNode? {
        members.first { $0.key == key }?.value
    }

    /// The members whose keys are names of the spec's own.
    func members(except kind: MappingKind) -> [YAMLMember] {
        let known = DialectKeys.keys(of: kind).map(\.name)
        return members.filter { !known.contains($0.key) }
    }

    /// The keys that the kind does not have.
    var unknownKeys: [String] {
        members(except: kind).map(\.key)
    }

    private func unknown(_ key: String, suggestion: String?, known: [String]) -> String {
        if let suggestion { return "unknown key \(Echo.quoted(key)); did you mean '\(suggestion)'?" }
        return "unknown key \(Echo.quoted(key)); \(kind.title) knows \(known.joined(separator: ", "))"
    }

    private func missing(_ key: String) -> String {
        "\(kind.title) needs the key '\(key)'; add it"
    }
}

// MARK: - Values

extension MappingReader {
    /// A text that is not empty.
    func text(_ key: String, into log: inout DecodingLog) -> Located<String>? {
        self[key].flatMap { ScalarDecoder.text($0, into: &log) }
    }

    /// A text that may be empty.
    func rawText(_ key: String, into log: inout DecodingLog) -> Located<String>? {
        self[key].flatMap { ScalarDecoder.rawText($0, into: &log) }
    }

    /// One text or a list of texts.
    func texts(_ key: String, into log: inout DecodingLog) -> [Located<String>] {
        list(key, into: &log, of: ScalarDecoder.text)
    }

    /// A whole number.
    func int(_ key: String, into log: inout DecodingLog) -> Located<Int>? {
        self[key].flatMap { ScalarDecoder.int($0, into: &log) }
    }

    /// A number.
    func double(_ key: String, into log: inout DecodingLog) -> Located<Double>? {
        self[key].flatMap { ScalarDecoder.double($0, into: &log) }
    }

    /// `true` or `false`.
    func bool(_ key: String, into log: inout DecodingLog) -> Located<Bool>? {
        self[key].flatMap { ScalarDecoder.bool($0, into: &log) }
    }

    /// A duration in milliseconds.
    func duration(_ key: String, into log: inout DecodingLog) -> Located<Int>? {
        self[key].flatMap { ScalarDecoder.duration($0, into: &log) }
    }

    /// One status.
    func status(_ key: String, into log: inout DecodingLog) -> Located<Int>? {
        self[key].flatMap { ScalarDecoder.status($0, into: &log) }
    }

    /// A word of a fixed set.
    func word<Word: RawRepresentable & CaseIterable & Sendable>(
        _ key: String,
        _ type: Word.Type,
        into log: inout DecodingLog
    ) -> Located<Word>? where Word.RawValue == String {
        self[key].flatMap { ScalarDecoder.word($0, of: type, into: &log) }
    }

    /// One value, or a list of them.
    func list<Value>(
        _ key: String,
        into log: inout DecodingLog,
        of decode: (YAMLNode, inout DecodingLog) -> Value?
    ) -> [Value] {
        guard let node = self[key] else { return [] }
        return (node.sequence ?? [node]).compactMap { decode($0, &log) }
    }

    /// A mapping of free names.
    func named<Value>(
        _ key: String,
        into log: inout DecodingLog,
        of decode: (YAMLMember, inout DecodingLog) -> Value?
    ) -> [Named<Value>] {
        guard let node = self[key] else { return [] }
        guard let members = node.mapping else {
            log.lose(.wrongKind, ScalarDecoder.expected("a mapping of names", found: node), at: node.location)
            return []
        }
        return members.compactMap { member in
            decode(member, &log).map { Named(Located(member.key, at: member.keyLocation), $0) }
        }
    }

    /// A mapping of a known kind.
    func nested(_ key: String, as kind: MappingKind, into log: inout DecodingLog) -> MappingReader? {
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        return MappingReader(member.value, as: kind, owner: member.keyLocation, into: &log)
    }
}
