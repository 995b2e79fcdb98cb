/// What kind of change it is: the row of the table of severities.
package enum Finding: String, Sendable, Hashable, CaseIterable {
    case documentation
    case sandbox
    case becameFact = "became-fact"
    case becameGuess = "became-guess"
    case certainty
    case swiftName = "swift-name"

    case partAdded = "part-added"
    case partRemoved = "part-removed"
    case renamed
    case reordered
    case reorderedMeaning = "order-of-trying"

    case address
    case authentication
    case opened = "no-longer-authenticated"
    case credential
    case endpoint
    case idempotencyKey = "idempotency-key"
    case resend
    case pacing
    case pages
    case metadata
    case encoding
    case envelope
    case success

    case requiredAdded = "required-added"
    case optionalAdded = "optional-added"
    case filledAdded = "filled-added"
    case requiredRemoved = "required-removed"
    case optionalRemoved = "optional-removed"
    case becameRequired = "became-required"
    case becameOptional = "became-optional"
    case typeNarrowed = "type-narrowed"
    case typeWidened = "type-widened"
    case typeChanged = "type-changed"
    case optionalTypeWidened = "optional-type-widened"
    case optionalTypeChanged = "optional-type-changed"
    case typeSameOnWire = "type-same-on-wire"
    case constant
    case defaultValue = "default"
    case made
    case aliasAdded = "alias-added"
    case optionalAliasAdded = "optional-alias-added"
    case aliasRemoved = "alias-removed"
    case wireName = "wire-name"
    case optionalWireName = "optional-wire-name"
    case strict
    case flattened
    case allowedValues = "allowed-values"
    case tightened = "constraint-tightened"
    case loosened = "constraint-loosened"

    case wordAdded = "word-added"
    case wordRemoved = "word-removed"
    case shapeAdded = "case-added"
    case shapeRemoved = "case-removed"
    case discriminator
    case progress
    case derivation

    case errorPaths = "error-paths"
    case refusal
    case errorSorting = "error-sorting"
    case errorStatus = "error-status"

    case webhookSignature = "webhook-signature"
    case challenge
    case acknowledgement
    case unacknowledged
    case reception
}
