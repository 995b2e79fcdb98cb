import Pipeline
import WaybillJSON

/// Every operation of a spec, and how a request finds its own.
struct RouteTable: Sendable {
    let routes: [Route]

    init(_ api: ResolvedAPI) {
        routes = api.clients.flatMap { client in
            client.resources.flatMap(\.operations).map { operation in
                let host = client.host(of: operation)
                let base = host.map { Self.basePath(of: $0) } ?? Self.basePath(of: client)
                let path = host == nil ? Self.path(of: operation, client) : operation.path.description
                return Route(
                    id: operation.id,
                    client: client,
                    operation: operation,
                    pattern: PathPattern(path, base: base)
                )
            }
        }
    }

    /// The path of the address that a client has; the sandbox answers below the same one.
    static func basePath(of client: ResolvedClient) -> String {
        path(ofURL: client.exampleURL)
    }

    /// Where the sandbox answers as another host of a client: below a path that no API has.
    static func basePath(of host: ResolvedHost) -> String {
        "/_hosts/\(host.name)" + path(ofURL: host.exampleURL)
    }

    /// The path of a URL; empty where it has none.
    static func path(ofURL address: String) -> String {
        guard let host = address.firstRange(of: "://")?.upperBound else { return "" }
        guard let slash = address[host...].firstIndex(of: "/") else { return "" }
        return String(address[slash...].prefix { $0 != "?" && $0 != "#" })
    }

    /// The path with what the client puts before paths from the root.
    private static func path(of operation: ResolvedOperation, _ client: ResolvedClient) -> String {
        path(operation.path.description, of: client)
    }

    /// A path of the spec with what the client puts before paths from the root.
    static func path(_ path: String, of client: ResolvedClient) -> String {
        path.hasPrefix("/") ? (client.basePath?.description ?? "") + path : path
    }

    /// The operations that a request can mean: those of its method and of the most exact path.
    func candidates(for request: SandboxRequest) throws(Refusal) -> [Route] {
        let matching = routes.filter { $0.pattern.match(request.path) != nil }
        guard !matching.isEmpty else {
            throw Refusal(.notFound, "no operation of this API has the path \(request.path); see GET /_sandbox")
        }
        let found = matching.filter { $0.operation.method == request.method }
        guard let most = found.map(\.pattern.exactness).max(by: { $0.lexicographicallyPrecedes($1) }) else {
            let allowed = Set(matching.map(\.operation.method)).sorted().joined(separator: ", ")
            let message = "\(request.method) is not allowed here, only \(allowed)"
            throw Refusal(status: 405, message: message, headers: [("Allow", allowed)])
        }
        return found.filter { $0.pattern.exactness == most }
    }

    /// Tells operations of one path apart by the constants of their bodies, queries and headers: the one that has most of them
    /// right, of those that contradict none; else the first, whose validation then says what is wrong.
    static func choose(
        _ candidates: [(route: Route, body: JSONValue)],
        _ request: SandboxRequest
    ) -> (route: Route, body: JSONValue)? {
        let query = ParameterCheck.query(request.query)
        let fitting = candidates.compactMap { candidate -> (candidate: (Route, JSONValue), missing: Int, held: Int)? in
            let (route, body) = candidate
            let operation = route.operation
            let found =
                Self.constants(operation.body.members) { body[$0] }
                + Self.constants(operation.query) { name in
                    query.first { $0.name == name }.map { .string($0.value) }
                }
                + Self.constants(operation.headers) { request.header($0).map { .string($0) } }
            guard !found.contains(.other) else { return nil }
            return (candidate, found.count { $0 == .missing }, found.count { $0 == .same })
        }
        let best = fitting.min { ($0.missing, -$0.held) < ($1.missing, -$1.held) }
        return best?.candidate ?? candidates.first
    }

    private enum Constant {
        case same
        case missing
        case other
    }

    /// What a request has in the place of each constant; a query and header fields have the text of it.
    private static func constants(_ members: [ResolvedMember], _ value: (String) -> JSONValue?) -> [Constant] {
        members.compactMap { member in
            guard case .constant(let name, let constant) = member else { return nil }
            guard let value = value(name) else { return .missing }
            return value == constant || value == .string(constant.parameterText) ? .same : .other
        }
    }
}
