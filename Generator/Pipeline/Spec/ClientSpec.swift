/// One client: where it sends to, how it signs, and which resources it has.
public struct ClientSpec: Sendable {
    /// What the client is for.
    public var about: Located<String>?
    /// The named servers; empty where `url` is given.
    public var servers: [Named<Located<String>>] = []
    /// The address that the user gives; nil where `servers` are given.
    public var url: URLSpec?
    /// How requests prove who sends them.
    public var auth: AuthSpec
    /// Values that the user gives and that stand in every path, by name.
    public var parameters: [Named<FieldSpec>] = []
    /// What stands before every path from the root: a template over the parameters.
    public var basePath: Located<String>?
    /// Further arguments of the client's initialiser, which `among:` of an argument can name.
    public var options: [Named<FieldSpec>] = []
    /// The names of its resources.
    public var resources: [Located<String>] = []

    /// Makes a client from its authentication.
    public init(auth: AuthSpec) {
        self.auth = auth
    }
}
