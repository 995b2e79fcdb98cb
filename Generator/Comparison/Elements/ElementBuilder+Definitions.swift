import Pipeline
@_spi(Generated) import WaybillRuntime

extension ElementBuilder {
    func model(_ model: ResolvedModel) -> SpecElement {
        let type = model.identifier.text
        var element = SpecElement(.model, model.name, at: model.location)
        element.directions = directions[model.name]
        element.symbols = [SymbolClaim(path: type)]
        element.alias = model.members.map(\.wireName).joined(separator: ",")
        element.facts =
            [
                SpecFact("about", model.about, .documentation),
                SpecFact("notes", model.notes, .documentation),
                SpecFact("additionalProperties", model.additionalProperties, .openness),
                SpecFact(
                    "undeclared",
                    FactText.list(model.undeclared.map { "\($0.name): \($0.reason)" }),
                    .documentation
                ),
                SpecFact("atLeastOneOf", FactText.list(model.alternatives.map(\.name)), .alternatives),
            ] + FactText.certainty(model.certainty)
        element.children = model.members.map {
            member($0, .field, at: model.location, directions[model.name], owners: [type + ".init"], property: type)
        }
        element.children += model.predicates.map { predicate in
            var element = SpecElement(.predicate, predicate.name, at: model.location)
            element.facts = [SpecFact("when", FactText.condition(predicate.condition), .derivation)]
            element.symbols = [SymbolClaim(path: "\(type).\(predicate.identifier.text)")]
            return element
        }
        element.children += model.lookups.map { lookup in
            var element = SpecElement(.lookup, lookup.name, at: model.location)
            element.facts = [
                SpecFact("in", lookup.list.name, .derivation), SpecFact("by", lookup.by.name, .derivation),
            ]
            element.symbols = [SymbolClaim(path: "\(type).subscript(\(lookup.label.text):)")]
            return element
        }
        element.children += model.money.map { money in
            var element = SpecElement(.money, money.name, at: model.location)
            element.facts = FactText.money(money)
            element.symbols = [SymbolClaim(path: "\(type).\(money.identifier.text)")]
            return element
        }
        return element
    }

    func wordSet(_ words: ResolvedEnum) -> SpecElement {
        let type = words.identifier.text
        var element = SpecElement(.wordSet, words.name, at: words.location)
        element.directions = directions[words.name]
        element.symbols = [SymbolClaim(path: type)]
        element.alias = words.words.map(\.name).joined(separator: ",")
        element.facts =
            [
                SpecFact("about", words.about, .documentation),
                SpecFact("of", .format(words.isNumeric ? .int : .string)),
                SpecFact("order", FactText.list(words.order.map(\.name)), .progress),
                SpecFact("final", FactText.list(words.final.map(\.name)), .progress),
            ] + FactText.certainty(words.certainty)
        element.children = words.words.map { word($0, .word, of: type, directions[words.name]) }
        return element
    }

    func word(_ word: ResolvedWord, _ kind: ElementKind, of type: String, _ directions: Set<Direction>) -> SpecElement {
        var element = SpecElement(kind, word.name, at: word.location)
        element.directions = directions
        element.symbols = [SymbolClaim(path: "\(type).\(word.identifier.text)")]
        element.facts =
            [
                SpecFact("about", word.about, .documentation),
                SpecFact("swift", word.identifier.text, .swift),
                SpecFact("status", word.status.map(String.init), .errorStatus),
            ] + FactText.certainty(word.certainty)
        return element
    }

    func union(_ union: ResolvedUnion) -> SpecElement {
        let type = union.identifier.text
        var element = SpecElement(.union, union.name, at: union.location)
        element.directions = directions[union.name]
        element.symbols = [SymbolClaim(path: type)]
        element.alias = union.cases.map(\.wireName).joined(separator: ",")
        element.facts =
            [
                SpecFact("about", union.about, .documentation),
                SpecFact("by", FactText.discriminator(union.discriminator), .discriminator),
                SpecFact("id", union.sharedField, .derivation),
                SpecFact(
                    "undeclared",
                    FactText.list(union.undeclared.map { "\($0.name): \($0.reason)" }),
                    .documentation
                ),
            ] + FactText.certainty(union.certainty)
        element.children = union.cases.map { shape($0, of: union) }
        return element
    }

    private func shape(_ shape: ResolvedCase, of union: ResolvedUnion) -> SpecElement {
        var element = SpecElement(.shape, shape.name, key: shape.wireName, at: shape.location)
        element.alias = shape.name
        element.directions = directions[union.name]
        element.symbols = [SymbolClaim(path: "\(union.identifier.text).\(shape.identifier.text)")]
        element.facts =
            [
                SpecFact("about", shape.about, .documentation),
                SpecFact("swift", shape.identifier.text, .swift),
                SpecFact("type", shape.type),
                SpecFact("tag", shape.wireName, .shapeWord),
                SpecFact("at", shape.path.isEmpty ? nil : shape.path.text, .discriminator),
                SpecFact("has", shape.presentKey, .discriminator),
                SpecFact(
                    "status",
                    shape.statuses.isEmpty ? nil : FactText.statuses(shape.statuses),
                    .discriminator
                ),
            ] + FactText.certainty(shape.certainty)
        return element
    }
}
