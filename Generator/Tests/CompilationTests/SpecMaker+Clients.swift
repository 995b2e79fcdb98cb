/// Clients: where they send, and every way to authenticate.
extension SpecMaker {
    mutating func makeClients(_ resources: [String]) -> SpecNode {
        var clients: SpecNode = [:]
        for place in 0...(chance.once(in: 4) ? 1 : 0) {
            var client: SpecNode = ["auth": authentication()]
            if chance.once(in: 3) {
                client["url"] = ["argument": .text(name(.member)), "example": "https://api.example.com/x"]
            } else {
                var servers: SpecNode = [:]
                for number in 0...chance.upTo(1) {
                    servers[name(.member)] = .text("https://api\(number * chance.upTo(1)).example.com")
                }
                client["servers"] = servers
            }
            if chance.once(in: 3) {
                let parameter = name(.member)
                client["parameters"] = [parameter: [:]]
                client["basePath"] = .text("/v1/{\(parameter)}")
            }
            for host in hosts {
                let url: SpecNode = "https://files.example.com"
                client["hosts"] = [host: chance.once(in: 2) ? url : ["url": url, "credentials": true]]
            }
            let own = place == 0 ? resources : [chance.one(of: resources)]
            client["resources"] = .list(own.map { .text($0) })
            clients[name(.type)] = client
        }
        return clients
    }

    private mutating func authentication() -> SpecNode {
        switch chance.upTo(7) {
        case 0: ["oneOf": [name(.member): keys(), name(.member): basic()]]
        case 1: webToken()
        case 2: token()
        default: keys()
        }
    }

    /// Keys in headers, and at times one in the query and a name with a password.
    private mutating func keys() -> SpecNode {
        var credentials: SpecNode = [:]
        var headers: SpecNode = [:]
        for number in 0..<chance.upTo(2) {
            let name = name(.member)
            credentials[name] = [:]
            headers["X-Key\(number)"] = .text("{\(name)}")
        }
        var auth: SpecNode = ["credentials": credentials, "headers": headers]
        if chance.once(in: 3) {
            let names = [name(.member), name(.member), name(.member)]
            for name in names { auth["credentials"]?[name] = [:] }
            auth["query"] = [name(.wire): .text("{\(names[0])}")]
            auth["basic"] = ["user": .text("{\(names[1])}"), "password": .text("{\(names[2])}")]
        }
        return auth
    }

    private mutating func basic() -> SpecNode {
        let names = [name(.member), name(.member)]
        return [
            "credentials": [names[0]: [:], names[1]: [:]],
            "basic": ["user": .text("{\(names[0])}"), "password": .text("{\(names[1])}")],
        ]
    }

    private mutating func webToken() -> SpecNode {
        let (key, issuer, claim) = (name(.member), name(.member), name(.wire))
        let claims: SpecNode = ["iss": .text("{\(issuer)}"), claim: ["a", 1]]
        let algorithm = chance.one(of: ["HS256", "RS256", "ES256"])
        var auth: SpecNode = [
            "credentials": [key: [:], issuer: [:]],
            "jwt": ["algorithm": .text(algorithm), "key": .text(key), "claims": claims, "lifetime": "10m"],
        ]
        if chance.once(in: 2) {
            auth["headers"] = ["Authorization": "Bearer {jwt}"]
        } else {
            let place = chance.once(in: 3) ? "headers" : "form"
            let field = place == "headers" ? "X-Assertion" : name(.wire)
            auth["token"] = ["path": "/token", place: [field: "{jwt}"]]
            auth["headers"] = ["Authorization": "Bearer {token}"]
        }
        return auth
    }

    private mutating func token() -> SpecNode {
        let names = [name(.member), name(.member)]
        let kind = chance.one(of: ["form", "json"])
        let (first, second): (SpecNode, SpecNode) = (.text("{\(names[0])}"), .text("{\(names[1])}"))
        var token: SpecNode = [:]
        if chance.once(in: 3) {
            token["headers"] = ["X-Name": first, "Authorization": .text("Key {\(names[1])}"), "Accept": "text/json"]
        } else {
            token["basic"] = ["user": first, "password": second]
        }
        if !chance.once(in: 3) { token[kind] = [name(.wire): first] }
        if chance.once(in: 2) {
            token["path"] = "/token"
        } else {
            token["url"] = "https://login.example.com/token"
        }
        return [
            "credentials": [names[0]: [:], names[1]: [:]], "token": token,
            "headers": ["Authorization": "Bearer {token}"],
        ]
    }
}
