import Pipeline
import WaybillJSON

/// Every operation of a spec, and how a request finds its own.
struct RouteTable: Sendable {
    let routes: [Route]

    init(_ api: ResolvedAPI) {
        routes = api.clients.flatMap { client in
            let base = Self.basePath(of: client)
            return client.resources.flatMap(\.operations).map { operation in
                let path = Self.path(of: operation, client)
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
        let address = client.exampleURL
        guard let host = address.firstRange(of: "://")?.upperBound else { return "" }
        guard let slash = address[host...].firstIndex(of: "/") else { return "" }
        return String(address[slash...].prefix { $0 != "?" && $0 != "#" })
    }

    /// The path with what the client puts before paths from the root.
    private static func path(of operation: ResolvedOperation, _ client: ResolvedClient) -> String {
        let path = operation.path.description
        return path.hasPrefix("/") ? (client.basePath?.description ?? "") + path : path
    }

    /// The operations that a request can mean: those of its method and of the most exact path.
    func candidates(for request: SandboxRequest) throws(Refusal) -> [Route] {
        let matching = routes.filter { $0.pattern.match(request.path) != nil }
        guard !matching.isEmpty else {
            throw Refusal(
                status: 404,
                message: "no operation of this API has the path \(request.path); see GET /_sandbox"
            )
        }
        let found = matching.filter { $0.operation.method == request.method }
        guard let most = found.map(\.pattern.literalCount).max() else {
            let allowed = Set(matching.map(\.operation.method)).sorted().joined(separator: ", ")
            let message = "\(request.method) is not allowed here, only \(allowed)"
            throw Refusal(status: 405, message: message, headers: [("Allow", allowed)])
        }
        return found.filter { $0.pattern.literalCount == most }
    }

    /// Tells operations of one path apart by the constants of their bodies: an exact match first, then one that leaves the
    /// constants out, else the first operation, whose validation then says what is wrong.
    static func choose(_ candidates: [(route: Route, body: JSONValue)]) -> (route: Route, body: JSONValue)? {
        candidates.first { Self.holdsConstants($0.route, $0.body, allowsAbsent: false) }
            ?? candidates.first { Self.holdsConstants($0.route, $0.body, allowsAbsent: true) }
            ?? candidates.first
    }

    private static func holdsConstants(_ route: Route, _ body: JSONValue, allowsAbsent: Bool) -> Bool {
        route.operation.body.members.allSatisfy { member in
            guard case .constant(let name, let constant) = member else { return true }
            guard let value = body[name] else { return allowsAbsent }
            return value == constant
        }
    }
}
