import Pipeline
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning
@_spi(Generated) import WaybillWebhooks

/// Writes what a spec means as the spec itself would.
enum FactText {
    static func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }

    /// How certain the spec is, under the keys that say it; several reasons under one key are one fact.
    static func certainty(_ certainty: [Certainty]) -> [SpecFact] {
        let keys = certainty.map { ($0.part + [$0.kind.rawValue]).joined(separator: ".") }
        let texts = Dictionary(grouping: zip(keys, certainty), by: \.0).mapValues { $0.map(\.1.text) }
        var seen: Set<String> = []
        return keys.filter { seen.insert($0).inserted }.map { key in
            SpecFact(key, texts[key]?.joined(separator: "; "), .certainty)
        }
    }

    static func paths(_ paths: [DottedPath]) -> String? { list(paths.map { $0.isEmpty ? "none" : $0.text }) }

    static func envelope(_ envelope: ResolvedEnvelope) -> String? { paths(envelope.paths) }

    static func refusal(_ rule: RefusalRule) -> String {
        let place = rule.place.text
        return switch rule.sign {
        case .present: place
        case .equal(let values): "\(place): \(values.map(\.description).joined(separator: " or "))"
        case .other(let values): "\(place): not \(values.map(\.description).joined(separator: " or "))"
        }
    }

    /// How a body is written; nil where there is none, or it is JSON, which every body is that says nothing.
    static func encoding(_ body: RequestBody) -> String? {
        guard !body.isEmpty else { return nil }
        switch body.encoding {
        case .json: return nil
        case .form(let notation): return "form, \(text(notation))"
        case .multipart: return "multipart"
        case .text: return "text"
        case .bytes: return "bytes"
        }
    }

    /// How a list or an object stands in the query, where that is not as usual.
    static func encoding(_ field: ResolvedField) -> String? {
        field.type.isSingleText || field.notation == FormNotation() ? nil : text(field.notation)
    }

    private static func text(_ notation: FormNotation) -> String {
        "lists: \(notation.lists.rawValue), objects: \(notation.objects.rawValue)"
    }

    /// A length of time, in the largest unit that leaves it whole.
    static func duration(_ milliseconds: Int) -> String {
        for (unit, length) in [("h", 3_600_000), ("m", 60_000), ("s", 1000)] where milliseconds >= length {
            if milliseconds.isMultiple(of: length) { return "\(milliseconds / length)\(unit)" }
        }
        return "\(milliseconds)ms"
    }

    /// A number, without a fraction where it has none.
    static func number(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    static func statuses(_ statuses: [ClosedRange<Int>]) -> String {
        statuses.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }

    static func deduplication(_ key: WebhookDeduplicationKey) -> String {
        switch key {
        case .signature: "signature"
        case .field(let path): "field \(path)"
        case .header(let name): "header \(name)"
        }
    }

    static func challenge(_ challenge: WebhookChallenge) -> String {
        let members = { (members: [WebhookChallenge.Member]) in
            members.map { "\($0.name): \($0.text)" }.joined(separator: ", ")
        }
        let proof =
            switch challenge.proof {
            case .token(let member): "token \(member)"
            case .signature: "the signature"
            case .none: "nothing"
            }
        let when = challenge.when.isEmpty ? "" : " with \(members(challenge.when))"
        let answer = challenge.answer.isEmpty ? "" : " as {\(members(challenge.answer))}"
        return "\(challenge.method.rawValue), \(challenge.from) in the \(challenge.place)\(when), "
            + "proved by \(proof), answered\(answer)"
    }

    static func discriminator(_ discriminator: ResolvedUnion.Discriminator) -> String {
        switch discriminator {
        case .key: "key"
        case .jsonType: "jsonType"
        case .member: "member"
        case .status: "status"
        case .tag(let field): "tag: \(field)"
        case .field(let path, let absent, let isNormalised):
            "field: \(path.text)" + (absent.map { ", absent: \($0)" } ?? "")
                + (isNormalised ? ", normalise: dotted" : "")
        case .header(let name, let absent, let isNormalised):
            "header: \(name)" + (absent.map { ", absent: \($0)" } ?? "")
                + (isNormalised ? ", normalise: dotted" : "")
        }
    }

    static func condition(_ condition: ResolvedCondition) -> String {
        switch condition {
        case .equals(let field, let values, let ignoringCase):
            "\(field.name): \(values.map(\.description).joined(separator: " or "))"
                + (ignoringCase ? ", ignoringCase" : "")
        case .prefix(let field, let text): "\(field.name): {prefix: \(text)}"
        case .present(let field): "\(field.name): present"
        case .notEmpty(let field): "\(field.name): notEmpty"
        case .any(let conditions): "any: [\(conditions.map(self.condition).joined(separator: "; "))]"
        case .all(let conditions): "all: [\(conditions.map(self.condition).joined(separator: "; "))]"
        }
    }

    static func money(_ money: ResolvedMoney) -> [SpecFact] {
        var (field, code): (String?, String?)
        switch money.currency {
        case .field(let currency): field = currency.name
        case .code(let text): code = text
        }
        let exponents = money.exponents.map { "\($0.currency): \($0.places)" }
        return [
            SpecFact("amount", money.amount.name, .derivation), SpecFact("currency", field, .derivation),
            SpecFact("code", code, .derivation), SpecFact("exponents", list(exponents), .derivation),
        ]
    }

    static func arguments(of example: ResolvedExample) -> String? {
        guard example.showsCall, let call = example.call else { return nil }
        return list(call.arguments.map { "\($0.parameter.field.name): \($0.value)" })
    }

    static func headers(of example: ResolvedExample) -> String? {
        list(example.responseHeaders.map { "\($0.name): \($0.text)" })
    }

    static func key(_ key: ResolvedOperation.Key) -> [SpecFact] {
        switch key {
        case .none: [SpecFact("idempotencyKey", nil, .key)]
        case .header(let name, let make, let maxLength):
            [
                SpecFact("idempotencyKey", "header \(name)", .key, directions: [.request]),
                SpecFact("idempotencyKey.make", make, .made, directions: [.request]),
                SpecFact("idempotencyKey.maxLength", "\(maxLength)", .upperBound, directions: [.request]),
            ]
        case .field(let path): [SpecFact("idempotencyKey", "field \(path.text)", .key, directions: [.request])]
        }
    }

    /// The windows of a rate.
    static func rate(_ rates: [ResolvedRate]) -> String? {
        list(rates.map { "\($0.limit) in \(duration($0.window))" })
    }

    /// The headers that tell the rate.
    static func rate(_ rate: ResolvedRateHeaders) -> [SpecFact] {
        ([rate.own] + rate.windows).flatMap { window in
            let key = "rateLimit" + (window.name.map { ".windows.\($0)" } ?? "")
            return [
                SpecFact("\(key).limit", window.limit, .metadata),
                SpecFact("\(key).remaining", window.remaining, .metadata),
                SpecFact("\(key).reset", window.reset.map { "\($0.header) as \($0.form.rawValue)" }, .metadata),
            ]
        } + [SpecFact("rateLimit.standard", rate.isStandard ? "true" : nil, .metadata)]
    }

    /// How a token is asked for; one that is new or gone is one change.
    static func token(_ token: ResolvedToken?) -> [SpecFact] {
        guard let token else { return [SpecFact("auth.token", nil, .authentication)] }
        let (key, address) =
            switch token.address {
            case .path(let path): ("path", path.description)
            case .url(let url): ("url", url.description)
            }
        let headers = token.headers.map { "\($0.name): \($0.value)" }
        let fields = token.fields.map { "\($0.name): \($0.value)" }
        return [
            SpecFact("auth.token", "\(key) \(address)", .authentication),
            SpecFact("auth.token.headers", list(headers), .authentication),
            SpecFact("auth.token.\(token.isJSON ? "json" : "form")", list(fields), .authentication),
            SpecFact("auth.token.basic", token.basic.map { "\($0.user):\($0.password)" }, .authentication),
            SpecFact("auth.token.at", token.at.text, .authentication),
            end(of: token),
            SpecFact("auth.token.margin", duration(token.margin), .pacing),
            SpecFact("auth.token.timeout", duration(token.timeout), .pacing),
            SpecFact("auth.token.attempts", "\(token.attempts)", .pacing),
        ]
    }

    private static func end(of token: ResolvedToken) -> SpecFact {
        switch token.end {
        case .seconds(let path): SpecFact("auth.token.expiresIn", path.text, .authentication)
        case .time(let path): SpecFact("auth.token.expiresAt", path.text, .authentication)
        case .after(let lifetime): SpecFact("auth.token.lifetime", duration(lifetime), .pacing)
        }
    }

    static func retry(_ retry: ResolvedRetry) -> [SpecFact] {
        let outcomes = (retry.retriesNetworkFailures ? ["network"] : []) + [statuses(retry.statuses)]
        let rule = retry.retryAfter.map {
            "on \(statuses($0.statuses)), cap \(duration($0.cap))" + ($0.hasJitter ? "" : ", jitter: none")
        }
        return [
            SpecFact("retry.attempts", "\(retry.attempts)", .pacing),
            SpecFact("retry.on", list(outcomes.filter { !$0.isEmpty }), .pacing),
            SpecFact("retry.delay", delay(retry.delay), .pacing),
            SpecFact("retry.retryAfter", rule ?? "none", .pacing),
        ]
    }

    private static func delay(_ delay: ResolvedRetry.Delay) -> String {
        switch delay {
        case .table(let times, let jitter):
            "table: [\(times.map(duration).joined(separator: ", "))], jitter: \(duration(jitter))"
        case .linear(let step): "linear: \(duration(step))"
        case .exponential(let base, let factor, let cap, let isFull, let throttled):
            "exponential: \(duration(base)), factor: \(number(factor)), cap: \(duration(cap)), "
                + "jitter: \(isFull ? "full" : "none")" + (throttled.map { ", after 429: \(duration($0))" } ?? "")
        }
    }

    /// A number of bytes with the largest unit that a spec has for it.
    static func bytes(_ count: Int) -> String {
        let units = [(" MiB", 1_048_576), (" KiB", 1024)]
        guard let (unit, size) = units.first(where: { count.isMultiple(of: $0.1) }) else { return "\(count)" }
        return "\(count / size)\(unit)"
    }

    static func sandbox(_ sandbox: ResolvedSandbox) -> String? {
        list(
            sandbox.credentials.map { "credentials.\($0.name): \($0.value)" }
                + sandbox.errors.map { "errors.\($0.refusal): \($0.code)" }
        )
    }

    static func sandbox(_ behaviour: ResolvedBehaviour) -> String {
        var parts = behaviour.store.map { ["store: \(store($0))"] } ?? []
        if let load = behaviour.load { parts.append("load: \(load.collection) as \(load.key)") }
        if let again = behaviour.repetition { parts.append("repeat: \(again.status) \(JSONValue.object(again.set))") }
        if let each = behaviour.each {
            parts.append("each: \(each.over.text) into \(each.into.text) \(JSONValue.object(each.item))")
            if let inner = each.store { parts.append("each.store: \(store(inner))") }
        }
        if !behaviour.set.isEmpty { parts.append("set: \(JSONValue.object(behaviour.set))") }
        return parts.joined(separator: "; ")
    }

    private static func store(_ store: ResolvedBehaviour.Store) -> String {
        let moves = store.moves.map { " \($0.path.text): \(JSONValue.array($0.values))" }.joined()
        return "\(store.record.collection) as \(store.record.key)\(moves)"
    }
}
