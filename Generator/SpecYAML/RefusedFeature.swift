/// What to do about each feature of YAML that specs do not use.
enum RefusedFeature {
    static let alias = "aliases are not read in specs; write the value out in full"
    static let anchor = "anchors are not read in specs; remove it and write the value out wherever it is needed"
    static let directive = "directives (lines that begin with '%') are not read in specs; remove the line"
    static let tag = "tags are not read in specs; remove it, and put a value that must be text in quotes"
    static let mergeKey = "merge keys are not read in specs; write the keys out in full"
    static let severalDocuments = "a spec file holds one document; move what follows into a file of its own"
}
