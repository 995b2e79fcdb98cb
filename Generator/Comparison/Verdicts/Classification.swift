import Foundation
import Pipeline

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

/// Says of a change which kind it is.
struct Classification {
    let types: TypeCompatibility

    func finding(of change: SpecChange) -> Finding {
        switch change.form {
        case .added(let element): added(element)
        case .removed(let element): removed(element)
        case .differs(_, _, .renamed): .renamed
        case .differs(_, _, .reordered(let kind, _, _)):
            kind == .errorCase || kind == .server ? .reorderedMeaning : .reordered
        case .differs(let old, _, .changed(let fact)): changed(old, fact)
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
            .errorField, .answerHeader:
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
        case .model, .wordSet, .union, .predicate, .lookup, .money, .option, .waiter, .errorCode: .swiftName
        case .bodyField, .queryParameter, .headerParameter, .pathParameter, .argument, .clientParameter, .field,
            .errorField, .answerHeader:
            element.isOptional ? .optionalRemoved : .requiredRemoved
        default: .partRemoved
        }
    }

    private func certainty(_ fact: FactChange) -> Finding {
        guard fact.key.hasSuffix(Certainty.Kind.assumed.rawValue) else { return .certainty }
        return fact.new == nil ? .becameFact : fact.old == nil ? .becameGuess : .certainty
    }

    /// - Parameter element: The element as it was.
    private func changed(_ element: SpecElement, _ fact: FactChange) -> Finding {
        let (old, new) = (fact.old, fact.new)
        switch fact.topic {
        case .documentation: return .documentation
        case .sandbox: return .sandbox
        case .certainty: return certainty(fact)
        case .swift: return .swiftName
        // A host that is new is one that deployed clients do not call.
        case .address: return old?.text == nil && fact.key.hasPrefix("hosts.") ? .partAdded : .address
        // Of an operation: `none`, or what the client has.
        case .authentication: return element.kind == .operation && new?.text != nil ? .opened : .authentication
        case .endpoint: return .endpoint
        case .key: return old?.text == nil ? .filledAdded : .idempotencyKey
        case .made: return .made
        case .resend: return .resend
        case .pacing: return .pacing
        case .pages: return .pages
        // Where the old version had none, deployed clients lose nothing.
        case .metadata: return old?.text == nil ? .partAdded : .metadata
        case .encoding: return encoding(element, fact)
        case .envelope: return .envelope
        case .answerForm: return answer(since: old)
        case .success: return .success
        case .type: return type(element, old, new)
        case .defaultValue: return defaultValue(element, old, new)
        case .constant: return .constant
        case .aliases: return aliases(element, old, new)
        case .strict: return .strict
        case .nullability: return new?.text == nil ? .tightened : .loosened
        case .flattened: return .flattened
        case .openness: return old?.text != nil && new?.text == nil ? .typeNarrowed : .swiftName
        case .shapeWord: return .shapeRemoved
        case .allowedValues: return .allowedValues
        case .lowerBound: return bound(old, new) { $0 < $1 }
        case .upperBound: return bound(old, new) { $0 > $1 }
        case .form: return new?.text == nil ? .loosened : .tightened
        case .alternatives: return alternatives(old, new)
        case .derivation: return .derivation
        case .progress: return .progress
        case .discriminator: return .discriminator
        case .errorPaths: return .errorPaths
        case .refusal: return .refusal
        case .errorSorting: return .errorSorting
        // A status that the spec did not say, or no longer says, is no other one.
        case .errorStatus: return old?.text == nil || new?.text == nil ? .documentation : .errorStatus
        case .webhookSignature: return .webhookSignature
        case .challenge: return .challenge
        case .acknowledgement: return acknowledgement(old, new)
        case .reception: return .reception
        }
    }

    /// What had no body was not written in any way; of what it has now its fields tell.
    private func encoding(_ element: SpecElement, _ fact: FactChange) -> Finding {
        element.kind != .operation || hasBody(element) || fact.key == "contentType" ? .encoding : .partAdded
    }

    private func hasBody(_ operation: SpecElement) -> Bool {
        operation.children.contains { $0.kind == .bodyField } || operation.fact("additionalProperties")?.text != nil
    }

    private func type(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        switch (old?.type, new?.type) {
        case (let old?, let new?):
            types.finding(from: old, to: new, isOptional: element.isOptional, isText: element.kind.isText)
                ?? .typeSameOnWire
        case (nil, .some): element.kind == .operation ? answer(since: old) : .typeChanged
        case (.some, nil): element.kind == .operation ? .envelope : .typeChanged
        case (nil, nil): .documentation
        }
    }

    /// Deployed clients do not look at the body where they wait for none.
    private func answer(since old: SpecFact?) -> Finding { old?.text == nil ? .partAdded : .envelope }

    /// A default lets a value be left out, where the type does not: clients write it all the same.
    private func defaultValue(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        if old?.text != nil, new?.text != nil { return .defaultValue }
        if element.kind == .credential { return .credential }
        if element.fact("type")?.type?.isOptional ?? false { return .defaultValue }
        return new?.text == nil ? .swiftName : .becameOptional
    }

    /// The first name is the one under which it is written; it may be read under any of them.
    private func aliases(_ element: SpecElement, _ old: SpecFact?, _ new: SpecFact?) -> Finding {
        let (before, after) = (Self.names(old), Self.names(new))
        if before.first != after.first { return element.isOptional ? .optionalWireName : .wireName }
        if Set(after).isSubset(of: before) { return .aliasRemoved }
        return element.isOptional ? .optionalAliasAdded : .aliasAdded
    }

    /// The first status is the one that receivers answer with.
    private func acknowledgement(_ old: SpecFact?, _ new: SpecFact?) -> Finding {
        let status = Self.names(old).first ?? ""
        return old?.key == "acknowledge" && !Self.names(new).contains(status) ? .unacknowledged : .acknowledgement
    }

    private static func names(_ list: SpecFact?) -> [Substring] {
        (list?.text ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
    }

    /// The more fields there are to choose from, the more can be sent.
    private func alternatives(_ old: SpecFact?, _ new: SpecFact?) -> Finding {
        guard let after = new?.text else { return .loosened }
        let names = Set(after.split(separator: ", "))
        return old?.text.map { names.isSuperset(of: $0.split(separator: ", ")) } == true ? .loosened : .tightened
    }

    /// Whether a bound allows fewer values than before, by what makes one number the looser one.
    private func bound(_ old: SpecFact?, _ new: SpecFact?, isLooser: (Decimal, Decimal) -> Bool) -> Finding {
        guard let after = new?.text.flatMap({ Decimal(string: $0) }) else { return .loosened }
        guard let before = old?.text.flatMap({ Decimal(string: $0) }) else { return .tightened }
        return isLooser(after, before) ? .loosened : .tightened
    }
}
