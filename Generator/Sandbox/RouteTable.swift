import Pipeline
import WaybillJSON

/// Every operation of a spec, and how a request finds its own.
struct RouteTable: Sendable {
    let routes: [Route]

    init(_ spec: Spec) {
        var routes: [Route] = []
        for client in spec.clients {
            let base = Self.basePath(of: client.value)
            for name in client.resources {
                for resource in spec.resources where resource.name == name {
                    routes += Self.routes(of: resource, client, base)
                }
            }
        }
        self.routes = routes
    }

    /// The path of the address that a client has; the sandbox answers below the same one.
    static func basePath(of client: ClientSpec) -> String {
        let address = client.url?.example.value ?? client.servers.first?.value.value ?? ""
        guard let host = address.firstRange(of: "://")?.upperBound else { return "" }
        guard let slash = address[host...].firstIndex(of: "/") else { return "" }
        return String(address[slash...].prefix { $0 != "?" && $0 != "#" })
    }

    private static func routes(of resource: ResourceSpec, _ client: Named<ClientSpec>, _ base: String) -> [Route] {
        resource.operations.map { operation in
            Route(
                id: "\(resource.name.value).\(operation.name.value)",
                client: client.name.value,
                auth: client.auth,
                operation: operation.value,
                pattern: PathPattern(path(of: operation.value, client.value), base: base)
            )
        }
    }

    /// The path with what the client puts before paths from the root.
    private static func path(of operation: OperationSpec, _ client: ClientSpec) -> String {
        let path = operation.path.value
        return path.hasPrefix("/") ? (client.basePath?.value ?? "") + path : path
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
        let found = matching.filter { $0.operation.method.value == request.method }
        guard let most = found.map(\.pattern.literalCount).max() else {
            let allowed = Set(matching.map(\.operation.method.value)).sorted().joined(separator: ", ")
            let message = "\(request.method) is not allowed here, only \(allowed)"
            throw Refusal(status: 405, message: message, headers: [("Allow", allowed)])
        }
        return found.filter { $0.pattern.literalCount == most }
    }

    /// Tells operations of one path apart by the constants of their bodies: an exact match first, then one that leaves the
    /// constants out, else the first operation, whose validation then says what is wrong.
    static func choose(_ candidates: [Route], body: JSONValue) -> Route? {
        candidates.first { Self.holdsConstants($0, body, allowsAbsent: false) }
            ?? candidates.first { Self.holdsConstants($0, body, allowsAbsent: true) }
            ?? candidates.first
    }

    private static func holdsConstants(_ route: Route, _ body: JSONValue, allowsAbsent: Bool) -> Bool {
        route.operation.body.allSatisfy { field in
            guard let constant = field.always else { return true }
            guard let value = body[field.name.value] else { return allowsAbsent }
            return value == constant.value
        }
    }
}
