/// The rules of decoding: the `rule` of every diagnostic that the decoder makes.
enum DecodingRule: String, CaseIterable {
    case duplicateDefinition = "duplicate-definition"
    case duration
    case http
    case json
    case missingFile = "missing-file"
    case missingKey = "missing-key"
    case number
    case status
    case text
    case typeExpression = "type-expression"
    case unknownKey = "unknown-key"
    case unknownWord = "unknown-word"
    case version
    case wrongKind = "wrong-kind"
}
