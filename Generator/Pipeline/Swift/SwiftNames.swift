// The names in Swift of what a spec means: derived by one rule, or the author's own.

extension ResolvedAPI {
    package var module: SwiftIdentifier { SwiftNaming.type(name) }
    package var errorName: SwiftIdentifier { SwiftIdentifier(forcing: module.text + "Error") }
}

extension ResolvedClient {
    package var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedServer {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedURL {
    package var identifier: SwiftIdentifier { SwiftNaming.member(argument) }
}

extension ResolvedCredential {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedResource {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
    /// The struct inside the client.
    package var type: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedOperation {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
    /// The function that goes through all pages.
    package var allPages: SwiftIdentifier { SwiftNaming.allPages(of: name) }
    var definition: SwiftIdentifier { SwiftNaming.definition(of: name) }
    /// The struct of its answers' header fields, inside the resource's.
    package var headersType: SwiftIdentifier { SwiftNaming.headers(of: name) }
}

extension ResolvedAnswerHeader {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedWaiter {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedParameter {
    package var identifier: SwiftIdentifier { field.identifier }
    var type: ResolvedType { field.type }
}

extension ResolvedField {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
    /// The client's option that lists the allowed values.
    var allowedValuesIdentifier: SwiftIdentifier? { allowedValues.map { SwiftNaming.member($0) } }
}

extension ResolvedModel {
    package var identifier: SwiftIdentifier { SwiftNaming.type(name) }
    /// The property that holds the members which the spec does not name.
    package var extra: SwiftIdentifier {
        additionalProperties.map { SwiftNaming.member($0) } ?? SwiftIdentifier(made: "extra")
    }
}

extension ResolvedPredicate {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedMoney {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedLookup {
    /// The label of the subscript.
    package var label: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedEnum {
    package var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedWord {
    package var identifier: SwiftIdentifier { SwiftNaming.word(name, override: swiftName) }
}

extension ResolvedUnion {
    package var identifier: SwiftIdentifier { SwiftNaming.type(name) }

    /// Where a shape's model has no property for the tag: the property that holds its unknown members, and the tag among them.
    func tagHolder(_ shape: ResolvedCase) -> SwiftIdentifier? {
        guard case .tag(let key) = discriminator, let model = shape.type.model else { return nil }
        guard !model.members.contains(where: { $0.wireName == key }) else { return nil }
        return model.extra
    }
}

extension ResolvedCase {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedErrorCase {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedErrorField {
    package var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedWebhook {
    package var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}
