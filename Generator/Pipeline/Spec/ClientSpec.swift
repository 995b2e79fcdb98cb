import SpecYAML
import WaybillJSON

/// One client: where it sends to, how it signs, and which resources it has.
public struct ClientSpec: Sendable, Qualified {
    /// What the client is for.
    public var about: Located<String>?
    /// The named servers; empty where `url` is given.
    public var servers: [Named<Located<String>>] = []
    /// The address that the user gives; nil where `servers` are given.
    public var url: URLSpec?
    /// Other hosts, which operations name.
    public var hosts: [Named<HostSpec>] = []
    /// How requests prove who sends them.
    public var auth = AuthSpec()
    /// Values that the user gives and that stand in every path or header, by name.
    public var parameters: [Named<FieldSpec>] = []
    /// What stands before every path from the root: a template over the parameters.
    public var basePath: Located<String>?
    /// Headers of every request: templates over the parameters.
    public var headers: [Named<Located<String>>] = []
    /// Further arguments of the client's initialiser, which `allowedBy` of an argument can name.
    public var options: [Named<FieldSpec>] = []
    /// The names of its resources.
    public var resources: [Located<String>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ClientSpec>("client", "a client") {
        Key("about", .text, \.about).means("What the client is for.")
        Key("servers", .named(.text("URL")), \.servers)
            .means("Named servers, the first one being the default; https, or http on loopback.")
        Key("url", URLSpec.dialect.kind, \.url).means("The address that the user gives.")
        Key("hosts", .named(HostSpec.dialect), \.hosts)
            .means("Other hosts, which an operation names with `host`; see [other hosts](#other-hosts).")
        Key("parameters", .named(parameter.kind.map(segment)), \.parameters)
            .means("Values that the user gives once and that stand in every path or header; never blank.")
        Key("basePath", .text("path"), \.basePath)
            .means("What stands before every path that begins with `/`: `/v1/shops/{shop_id}`, each parameter once.")
        Key("headers", .named(.text("template"), by: "header name"), \.headers)
            .means("Headers of every request, over parameters: `Version: \"{version}\"`. A call can set its own value.")
        Key(required: "auth", AuthSpec.dialect, in: \.auth)
            .means("How requests prove who sends them; `{}` where nothing is asked.")
        Key("options", .named(FieldSpec.dialect), \.options)
            .means("Lists of allowed values, which `allowedBy` of an argument names; always `list<string>?`.")
        Key(required: "resources", .list(.text("name")), \.resources)
            .means("Its resources; each file's `resource` is in at least one client.")
    }

    private static let parameter = Mapping<FieldSpec>("clientParameter", "a client's parameter", at: \.location) {
        Key("about", .text, \.about).means("What it is.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived").means("The name in Swift.")
        Key("default", .text("text")) { $0.defaultValue = Located(.string($1.value), at: $1.location) }
            .means("What is taken where the user gives none, such as the version that the spec is of.")
    }

    /// A text that becomes one segment of every path, and so is never blank.
    @Sendable private static func segment(_ parameter: FieldSpec) -> FieldSpec? {
        var field = parameter
        field.type = Located(.format(.string), at: field.location)
        field.constraints.notBlank = Located(true, at: field.location)
        return field
    }
}
