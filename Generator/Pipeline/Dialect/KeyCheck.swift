import SpecYAML

/// Compares the keys of a mapping with those of its declaration.
struct KeyCheck {
    /// What the mapping is declared to have.
    let shape: MappingShape
    /// Further names that are allowed here.
    let others: [String]

    /// Reports unknown keys, missing keys and contradictions; false if the mapping lacks what it cannot do without.
    func check(_ members: [YAMLMember], of owner: YAMLMember, into log: inout DecodingLog) -> Bool {
        let given = members.map(\.key)
        let meant = checkUnknown(members, given, of: owner, into: &log)
        var isWhole = true
        for key in shape.keys where key.absence == .error && !given.contains(key.name) {
            isWhole = false
            log.lose()
            guard !meant.contains(key.name) else { continue }
            log.lose(.missingKey, "\(shape.title) needs the key '\(key.name)'; add it", at: owner.keyLocation)
        }
        for choice in shape.choices where !holds(choice, given) {
            isWhole = false
            log.lose()
            guard meant.isDisjoint(with: choice.ways.joined()) else { continue }
            let location = choice.isExclusive ? owner.value.location : owner.keyLocation
            log.lose(.missingKey, message(choice, of: owner.key), at: location)
        }
        return isWhole
    }

    /// Reports the keys that are not known, each with the key that is most like it and not given, or that has its place now; returns those.
    private func checkUnknown(
        _ members: [YAMLMember],
        _ given: [String],
        of owner: YAMLMember,
        into log: inout DecodingLog
    ) -> Set<String> {
        let known = shape.keys.map(\.name) + others
        let everywhere = Certainty.Kind.allCases.map(\.rawValue)
        var meant: Set<String> = []
        for (place, member) in members.enumerated() where !(known + everywhere).contains(member.key) {
            if let part = shape.partsApart.first(where: { $0.rawValue == member.key }) {
                log.complain(.unknownKey, apart(part, of: owner), at: member.keyLocation)
                continue
            }
            let former = shape.keys.first { $0.former == member.key }
            let free = (known + everywhere).filter { !given.contains($0) && !meant.contains($0) }
            let suggestion = former?.name ?? Suggestion.nearest(to: member.key, among: free)
            if suggestion == nil, let text = text(cutBefore: place, members) {
                // What follows the first comma belongs to the same text.
                if text.count == 1 { log.complain(.unknownKey, cut(member.key, text[0]), at: member.keyLocation) }
                continue
            }
            if let suggestion { meant.insert(suggestion) }
            let fix =
                former.map { "it is '\($0.replacement)' now" }
                ?? suggestion.map { "did you mean \(SpecText.quoted($0))?" }
                ?? "\(shape.title) knows \(known.joined(separator: ", "))"
            log.complain(.unknownKey, "unknown key \(SpecText.quoted(member.key)); \(fix)", at: member.keyLocation)
        }
        return meant
    }

    /// The keys before a member that are pieces of one text, cut at its commas, and first the key of that text; nil where the
    /// member is none of the pieces.
    private func text(cutBefore place: Int, _ members: [YAMLMember]) -> [String]? {
        var keys: [String] = []
        for index in members[..<place].indices.reversed() {
            let (member, next) = (members[index], members[index + 1])
            let isPiece = next.value.scalar?.style == .plain && next.value.scalar?.text.isEmpty == true
            guard isPiece, member.keyLocation.line == next.keyLocation.line, let scalar = member.value.scalar,
                scalar.style == .plain
            else { return nil }
            keys.insert(member.key, at: 0)
            if !scalar.text.isEmpty { return keys }
        }
        return nil
    }

    private func cut(_ piece: String, _ key: String) -> String {
        "a comma ends a text between braces, so that \(SpecText.quoted(piece)) is a key; put the text of \(SpecText.quoted(key)) in quotes"
    }

    /// Where to write what has a file of its own.
    private func apart(_ part: FilePart, of owner: YAMLMember) -> String {
        let file = SpecText.quoted(part.path(beside: owner.value.location.fileName))
        let place = owner.key.isEmpty ? "" : ", under \(SpecText.quoted(owner.key))"
        return "'\(part.rawValue)' has a file of its own; move this to \(file)\(place)"
    }

    private func holds(_ choice: MappingShape.Choice, _ given: [String]) -> Bool {
        let begun = choice.ways.filter { way in way.contains { given.contains($0) } }
        let whole = begun.filter { way in way.allSatisfy { given.contains($0) } }
        return choice.isExclusive ? begun.count == 1 && whole.count == 1 : !whole.isEmpty
    }

    private func message(_ choice: MappingShape.Choice, of name: String) -> String {
        if let message = choice.message { return message.replacing("{name}", with: SpecText.quoted(name)) }
        let keys = choice.ways.joined().map { "'\($0)'" }
        let list = keys.dropLast().joined(separator: ", ") + " or " + (keys.last ?? "")
        return "\(shape.title) needs \(list), one of them"
    }
}
