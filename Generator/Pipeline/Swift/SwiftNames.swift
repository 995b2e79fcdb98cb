// The names in Swift of what a spec means: derived by one rule, or the author's own.

extension ResolvedAPI {
    var module: SwiftIdentifier { SwiftNaming.type(name) }
    var errorName: SwiftIdentifier { SwiftIdentifier(forcing: module.text + "Error") }
}

extension ResolvedClient {
    var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedServer {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedURL {
    var identifier: SwiftIdentifier { SwiftNaming.member(argument) }
}

extension ResolvedCredential {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedResource {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
    /// The struct inside the client.
    var type: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedOperation {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
    /// The function that goes through all pages.
    var allPages: SwiftIdentifier { SwiftNaming.member(name + "_all") }
    var definition: SwiftIdentifier { SwiftIdentifier(forcing: identifier.text + "Definition") }
}

extension ResolvedWaiter {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedParameter {
    var identifier: SwiftIdentifier { field.identifier }
    var type: ResolvedType { field.type }
}

extension ResolvedField {
    var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
    /// The client's option that lists the allowed values.
    var allowedValuesIdentifier: SwiftIdentifier? { allowedValues.map { SwiftNaming.member($0) } }
}

extension ResolvedModel {
    var identifier: SwiftIdentifier { SwiftNaming.type(name) }
    /// The property that holds the members which the spec does not name.
    var extra: SwiftIdentifier {
        additionalProperties.map { SwiftNaming.member($0) } ?? SwiftIdentifier(made: "extra")
    }
}

extension ResolvedPredicate {
    var identifier: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedLookup {
    /// The label of the subscript.
    var label: SwiftIdentifier { SwiftNaming.member(name) }
}

extension ResolvedEnum {
    var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}

extension ResolvedWord {
    var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedUnion {
    var identifier: SwiftIdentifier { SwiftNaming.type(name) }

    /// Where a shape's model has no property for the tag: the property that holds its unknown members, and the tag among them.
    func tagHolder(_ shape: ResolvedCase) -> SwiftIdentifier? {
        guard case .tag(let key) = discriminator, let model = shape.type.model else { return nil }
        guard !model.members.contains(where: { $0.wireName == key }) else { return nil }
        return model.extra
    }
}

extension ResolvedCase {
    var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedErrorCase {
    var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedErrorField {
    var identifier: SwiftIdentifier { SwiftNaming.member(name, override: swiftName) }
}

extension ResolvedWebhook {
    var identifier: SwiftIdentifier { SwiftNaming.type(name) }
}
