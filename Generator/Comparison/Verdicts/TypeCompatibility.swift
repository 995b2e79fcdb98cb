import Pipeline
@_spi(Generated) import WaybillJSON

/// Whether what one type writes can be read as another one.
struct TypeCompatibility {
    /// Definitions that have another name, which makes them no other types.
    let renames: [String: String]

    /// What a change of type is; nil: the same type.
    /// - Parameters:
    ///   - isOptional: Whether deployed clients can do without the value.
    ///   - isText: Whether it is written as plain text, and not as JSON.
    func finding(from old: ResolvedType, to new: ResolvedType, isOptional: Bool, isText: Bool = false) -> Finding? {
        let (oldValue, newValue) = (old.unwrapped, new.unwrapped)
        let isSame = text(oldValue) == newValue.text
        if isSame {
            guard old.isOptional != new.isOptional else { return nil }
            return new.isOptional ? .becameOptional : .becameRequired
        }
        let (forth, back) = (
            reads(oldValue, as: newValue, isText: isText), reads(newValue, as: oldValue, isText: isText)
        )
        if forth, back { return old.isOptional == new.isOptional ? .typeSameOnWire : presence(new) }
        if forth, new.isOptional, !old.isOptional { return .becameOptional }
        if forth { return isOptional ? .optionalTypeWidened : .typeWidened }
        if back { return .typeNarrowed }
        return isOptional ? .optionalTypeChanged : .typeChanged
    }

    private func presence(_ new: ResolvedType) -> Finding { new.isOptional ? .becameOptional : .becameRequired }

    private func text(_ type: ResolvedType) -> String {
        let name = type.leaf.text
        return renames[name].map { type.text.replacing(name, with: $0) } ?? type.text
    }

    /// Whether every value of a type, as it is written, is read by another one.
    private func reads(_ written: ResolvedType, as type: ResolvedType, isText: Bool = false) -> Bool {
        switch (written, type) {
        case (.format(let left), .format(let right)):
            isText ? Self.readsText(left, as: right) : Self.reads(left, as: right)
        case (.words(let words), .format(let format)) where words.value.isNumeric:
            isText ? Self.readsText(.int, as: format) : Self.reads(.int, as: format)
        case (.words, .format(let format)): ["string", "id", "json"].contains(format.word)
        case (.model, .format(let format)), (.map, .format(let format)): ["object", "json"].contains(format.word)
        case (_, .format(let format)) where format.word == "json": true
        case (.list(let left), .list(let right)), (.list(let left), .batch(let right)),
            (.batch(let left), .list(let right)), (.batch(let left), .batch(let right)),
            (.map(let left), .map(let right)):
            text(left) == right.text || reads(left, as: right)
        case (.format(let format), .words(let words)): format == (words.value.isNumeric ? .int : .string)
        case (.words(let left), .words(let right)):
            left.value.isNumeric == right.value.isNumeric && left.words.allSatisfy { right.value.word($0.name) != nil }
        default: text(written) == type.text
        }
    }

    /// Whether a format takes every value that another one takes, as the runtime's own readers say.
    private static func reads(_ written: WireFormat, as format: WireFormat) -> Bool {
        samples(of: written).isSubset(of: samples(of: format))
    }

    /// Whether a format takes the text of every value that another one takes.
    private static func readsText(_ written: WireFormat, as format: WireFormat) -> Bool {
        samples.filter { written.accepts($0) }.allSatisfy { sample in
            format.accepts(format.value(parsing: sample.stringValue ?? sample.description))
        }
    }

    /// The samples that a format takes, by their places.
    static func samples(of format: WireFormat) -> Set<Int> {
        Set(samples.indices.filter { format.accepts(samples[$0]) })
    }

    /// Values of which at least one tells any two formats apart.
    private static let samples: [JSONValue] = [
        "", " ", "a", "12", "-3", "1.5", "1e3", "true", "TRUE", "a,b", "2026-01-01T00:00:00Z", "2026-01-01",
        "Sep 23, 2024, 8:20:01 PM", "Fri, 01 May 2026 03:38:07 +0000", "1700000000", 0, -1, 12, 0.5, 1e300,
        1_700_000_000, true, false, [], ["a"], [1],
        [["a"]],
        [:], ["a": 1],
    ]
}
