/// The rules of strict reading: the `rule` of every diagnostic that the parser makes.
enum YAMLRule: String, CaseIterable {
    case alias = "yaml-alias"
    case anchor = "yaml-anchor"
    case controlCharacter = "yaml-control-character"
    case depth = "yaml-depth"
    case directive = "yaml-directive"
    case duplicateKey = "yaml-duplicate-key"
    case empty = "yaml-empty"
    case encoding = "yaml-encoding"
    case errors = "yaml-errors"
    case events = "yaml-events"
    case key = "yaml-key"
    case lineBreak = "yaml-line-break"
    case mergeKey = "yaml-merge-key"
    case plain = "yaml-plain"
    case root = "yaml-root"
    case severalDocuments = "yaml-several-documents"
    case size = "yaml-size"
    case syntax = "yaml-syntax"
    case tab = "yaml-tab"
    case tag = "yaml-tag"

    /// What the rule demands, in one line.
    var summary: String {
        switch self {
        case .alias: "Values are written out; aliases (`*name`) are not read."
        case .anchor: "Values are written out; anchors (`&name`) are not read."
        case .controlCharacter: "A file has no control characters."
        case .depth: "Lists and mappings are nested at most 64 deep."
        case .directive: "A file has no directives (`%YAML`)."
        case .duplicateKey: "A mapping has each key once."
        case .empty: "A file says something."
        case .encoding: "A file is UTF-8."
        case .errors: "Reading a file stops after 100 errors."
        case .events: "A file has at most 200,000 YAML events; a text is one, a list or mapping two."
        case .key: "A key is text."
        case .lineBreak: "Lines end with LF or CRLF."
        case .mergeKey: "Keys are written out; merge keys (`<<`) are not read."
        case .plain: "A text without quotes is the same to every reader of YAML."
        case .root: "A file is a mapping."
        case .severalDocuments: "A file is one YAML document."
        case .size: "A file has at most 5 MiB."
        case .syntax: "A file is well-formed YAML."
        case .tab: "Words are separated, and lines indented, with spaces."
        case .tag: "Values have no tags (`!type`)."
        }
    }
}
