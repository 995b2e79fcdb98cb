/// What libyaml says about bytes that are not YAML.
struct LibYAMLProblem: Error {
    /// The problem, such as `did not find expected key`.
    let problem: String
    /// What was being read, such as `while parsing a block mapping`; may be empty.
    let context: String
    let mark: YAMLMark
    /// Where the thing that was being read begins.
    let contextMark: YAMLMark
    /// The byte at fault, for bytes that are not characters of YAML at all; the marks say nothing then.
    let byteOffset: Int?
}
