import Comparison
@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime
import WaybillTesting

@testable import Sandbox

/// The requests of the deployed client against the sandbox of a new version.
struct RequestWitness {
    /// What goes over the wire when a program does something, and what it finds.
    private struct Passage {
        let exchanges: [NewServer.Exchange]
        let found: Set<String>
    }

    /// The passages with the version that the client was made for, in the order of its uses.
    private static let base = Task { try await passages(with: SandboxAPI(forDeployedClientOf: Corpus.baseAPI.get())) }

    let new: SandboxAPI

    func observations() async throws -> [WireObservation] {
        let passages = zip(try await Self.base.value, try await Self.passages(with: new))
        var observations: [WireObservation] = []
        for (use, (before, after)) in zip(ClientUse.all, passages) {
            observations += after.exchanges.flatMap { judged($0, in: use) }
            let again = (before.exchanges.last?.isRepetition ?? false, after.exchanges.last?.isRepetition ?? false)
            if again == (true, false) { observations.append(.breaks("\(use.name): it is not known again")) }
            observations += WireObservation.lost(before.found, after.found, use.name)
        }
        return observations
    }

    private static func passages(with api: SandboxAPI) async throws -> [Passage] {
        var passages: [Passage] = []
        for use in ClientUse.all {
            let server = NewServer(api)
            // What a client makes of an answer is another witness's.
            let found = try? await use.run(DeployedClient(server.transport))
            passages.append(Passage(exchanges: server.exchanges, found: found ?? []))
        }
        return passages
    }

    private func judged(_ exchange: NewServer.Exchange, in use: ClientUse) -> [WireObservation] {
        let request = exchange.request
        guard NewServer.isServed(request.url, by: new.spec) else {
            return [.breaks("\(use.name): nobody serves \(request.url)")]
        }
        guard exchange.answer.status < 400, let operation = exchange.operation else {
            let text = String(decoding: exchange.answer.body, as: UTF8.self)
            return [.breaks("\(use.name): refused with \(exchange.answer.status): \(text)")]
        }
        return unread(request, operation).map { .breaks("\(use.name): the server does not read \($0)") }
            + (differences(request, operation) + difference(request, operation, use))
            .map { .changes("\(use.name): new clients send \($0)") }
    }

    /// The parameters that the deployed client's spec knows, and the server's does not.
    private func unread(_ request: RecordedRequest, _ operation: ResolvedOperation) -> [String] {
        let known = Set(operation.query.flatMap(\.wireKeys))
        let query = Self.query(request).filter { !known.contains($0) }.map { "the query's \($0)" }
        let headers = (try? Corpus.baseAPI.get().operations.flatMap(\.headers).flatMap(\.wireKeys)) ?? []
        let read = Set(operation.headers.flatMap(\.wireKeys))
        return query + headers.filter { request.header($0) != nil && !read.contains($0) }.map { "the header \($0)" }
    }

    private static func query(_ request: RecordedRequest) -> [String] {
        (request.query ?? "").split(separator: "&").map { String($0.prefix { $0 != "=" }) }
    }

    /// What new clients send by themselves, and the deployed one does not, or not so.
    private func differences(_ request: RecordedRequest, _ operation: ResolvedOperation) -> [String] {
        var differences: [String] = []
        if case .header(let name, let make, _) = operation.key {
            differences += difference(name, make: TextTemplate(make), request.header(name))
        }
        for member in operation.body.members {
            differences += difference(member, request.json?[member.wireName])
        }
        for member in operation.query {
            let isSent = Self.query(request).contains(member.wireName)
            differences += difference(member, isSent ? .string("") : nil)
        }
        for member in operation.headers {
            differences += difference(member, request.header(member.wireName).map { .string($0) })
        }
        return differences
    }

    private func difference(_ member: ResolvedMember, _ sent: JSONValue?) -> [String] {
        switch member {
        case .field(let field):
            if let make = field.make { return difference(field.name, make: make, sent?.stringValue) }
            return field.defaultValue != nil && sent == nil ? [field.name] : []
        case .constant(let name, _), .argument(let name, _): return sent == nil ? [name] : []
        }
    }

    /// Values of a program's own are none that a client makes; they have a form of their own here.
    private func difference(_ name: String, make: TextTemplate, _ sent: String?) -> [String] {
        guard let sent else { return [name] }
        let isGiven = ["r", "r1", "k1"].contains(sent) || sent.allSatisfy { $0 == "k" }
        return isGiven || MadeText.has(sent, form: make) ? [] : ["\(name) as \(make)"]
    }

    /// The call of an example is written by new clients as their spec shows it, which the generator has checked.
    private func difference(_ request: RecordedRequest, _ operation: ResolvedOperation, _ use: ClientUse) -> [String] {
        guard let example = operation.examples.first(where: { $0.name == use.example }) else { return [] }
        var differences: [String] = []
        if let text = example.request, let body = try? JSONValue(parsing: text), body != request.json {
            differences.append(text)
        }
        if let call = example.call, call.query != (request.query.map { "?\($0)" } ?? "") {
            differences.append("the query \(call.query)")
        }
        return differences
    }
}
