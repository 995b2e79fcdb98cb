import Pipeline

/// Says of a change which kind it is.
struct Classification {
    let types: TypeCompatibility

    func finding(of change: SpecChange) -> Finding {
        switch change.action {
        case .added: added(change.element)
        case .removed: removed(change.element)
        case .renamed: .renamed
        case .reordered(let kind, _, _): kind == .errorCase || kind == .server ? .reorderedMeaning : .reordered
        case .changed(let old, let new): changed(change.old ?? change.element, old, new)
        }
    }

    private func added(_ element: SpecElement) -> Finding {
        switch element.kind {
        case .example: .documentation
        case .credential: .credential
        case .word, .errorCode: .wordAdded
        case .shape: .shapeAdded
        case .errorCase: .errorSorting
        case .bodyField, .queryParameter, .headerParameter, .pathParameter, .argument, .clientParameter, .field,
            .errorField:
            element.isFilled ? .filledAdded : element.isOptional ? .optionalAdded : .requiredAdded
        default: .partAdded
        }
    }

    private func removed(_ element: SpecElement) -> Finding {
        switch element.kind {
        case .example: .documentation
        case .credential: .credential
        case .word: .wordRemoved
        case .shape: .shapeRemoved
        case .errorCase: .errorSorting
        // Only Swift knows of them: what is on the wire are their values.
        case .model, .wordSet, .union, .predicate, .lookup, .option, .waiter, .errorCode: .swiftName
        case .bodyField, .queryParameter, .headerParameter, .pathParameter, .argument, .clientParameter, .field,
            .errorField:
            element.isOptional ? .optionalRemoved : .requiredRemoved
        default: .partRemoved
        }
    }

    private func changed(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        guard let topic = (new ?? old)?.topic else { return .documentation }
        switch topic {
        case .documentation: return .documentation
        case .sandbox: return .sandbox
        case .certainty: return .certainty
        case .swift: return .swiftName
        case .address: return .address
        case .authentication: return .authentication
        case .endpoint: return .endpoint
        case .key: return old?.text == nil ? .filledAdded : .idempotencyKey
        case .made: return .made
        case .resend: return .resend
        case .pacing: return .pacing
        case .pages: return .pages
        case .metadata: return .metadata
        case .envelope: return .envelope
        case .success: return .success
        case .type: return type(element, old, new)
        case .defaultValue: return defaultValue(element, old, new)
        case .constant: return .constant
        case .aliases: return aliases(old, new)
        case .strict: return .strict
        case .flattened: return .flattened
        case .allowedValues: return .allowedValues
        case .lowerBound: return bound(old, new) { $0 < $1 }
        case .upperBound: return bound(old, new) { $0 > $1 }
        case .form: return new?.text == nil ? .loosened : .tightened
        case .alternatives: return alternatives(old, new)
        case .derivation: return .derivation
        case .progress: return .progress
        case .discriminator: return .discriminator
        case .errorPaths: return .errorPaths
        case .errorSorting: return .errorSorting
        case .webhookSignature: return .webhookSignature
        case .acknowledgement: return .acknowledgement
        case .reception: return .reception
        }
    }

    private func type(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        switch (old?.type, new?.type) {
        case (let old?, let new?): types.finding(from: old, to: new, isOptional: element.isOptional) ?? .typeSameOnWire
        case (nil, .some): element.kind == .operation ? .partAdded : .typeChanged
        case (.some, nil): element.kind == .operation ? .envelope : .typeChanged
        case (nil, nil): .documentation
        }
    }

    /// A default lets a value be left out; without one it cannot be.
    private func defaultValue(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        if new?.text == nil, !element.isOptional { return .becameRequired }
        return .defaultValue
    }

    /// The first name is the one under which it is written.
    private func aliases(_ old: SpecFact?, _ new: SpecFact?) -> Finding {
        let names = { (fact: SpecFact?) in (fact?.text ?? "").split(separator: ", ").map(String.init) }
        let (before, after) = (names(old), names(new))
        if before.first != after.first { return .wireName }
        return Set(before).isSubset(of: after) ? .aliasAdded : .aliasRemoved
    }

    /// The more fields there are to choose from, the more can be sent.
    private func alternatives(_ old: SpecFact?, _ new: SpecFact?) -> Finding {
        guard let after = new?.text else { return .loosened }
        let names = Set(after.split(separator: ", "))
        return old?.text.map { names.isSuperset(of: $0.split(separator: ", ")) } == true ? .loosened : .tightened
    }

    /// Whether a bound allows fewer values than before, by what makes one number the looser one.
    private func bound(_ old: SpecFact?, _ new: SpecFact?, isLooser: (Double, Double) -> Bool) -> Finding {
        guard let after = new?.text.flatMap(Double.init) else { return .loosened }
        guard let before = old?.text.flatMap(Double.init) else { return .tightened }
        return isLooser(after, before) ? .loosened : .tightened
    }
}
