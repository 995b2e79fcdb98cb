/// The rules of decoding: the `rule` of every diagnostic that the decoder makes.
enum DecodingRule: String, CaseIterable {
    case duplicateDefinition = "duplicate-definition"
    case duration
    case filePart = "file-part"
    case http
    case json
    case missingFile = "missing-file"
    case missingKey = "missing-key"
    case number
    case quotes
    case status
    case text
    case typeExpression = "type-expression"
    case unknownKey = "unknown-key"
    case unknownWord = "unknown-word"
    case version
    case wrongKind = "wrong-kind"

    /// What the rule demands, in one line.
    var summary: String {
        switch self {
        case .duplicateDefinition:
            "No two types of a spec have one name, no two files one resource, and one file is api.yaml."
        case .duration: "A duration is a whole number with a unit: `250ms`, `2s`, `1m`, `1h`."
        case .filePart: "`x.sandbox.yaml` and `x.like.yaml` stand beside `x.yaml`, and name operations of it."
        case .http: "`http` is a method and a path with one space between them."
        case .json: "A default or a constant is a value that JSON has; `.nan` and `.inf` are none."
        case .missingFile: "One file says `waybill: 1` and names the API."
        case .missingKey: "A mapping has the keys that it cannot do without."
        case .number: "A number is one, and a whole number where one is counted."
        case .quotes: "Text that YAML takes for a number or a truth value stands in quotes."
        case .status: "A status is between 100 and 599; a range has its ends in order."
        case .text: "A text says something, is not too long, stays on its line, and hides no characters."
        case .typeExpression: "A type is a word of the dialect, a name, or `list<…>`, `map<…>`, `batch<…>`."
        case .unknownKey: "A mapping has only keys that the dialect knows."
        case .unknownWord: "Where the dialect has fixed words, one of them is written."
        case .version: "The version of the dialect is one that this tool reads."
        case .wrongKind: "Under a key stands what it wants: a text, a list or a mapping."
        }
    }
}
