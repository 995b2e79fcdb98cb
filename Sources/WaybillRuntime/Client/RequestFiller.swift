import HTTPTypes
@_spi(Generated) import WaybillJSON

/// Checks a draft, and fixes what stays the same over all attempts of a call: body, key, URL and header fields.
struct RequestFiller {
    let definition: ClientDefinition
    let core: ClientCore
    /// Where the request goes to; the client's own host until the operation is known.
    private var host: OperationHost
    let userAgent: String
    let signedNames: Set<String>
    let options: [String: [String]]
    let paths: [String: String]
    let clock: RuntimeClock
    /// The header fields of every request.
    let ownHeaders: HTTPFields

    private var violations = ArgumentChecker()

    init(core: ClientCore) {
        definition = core.definition
        self.core = core
        host = OperationHost(baseURL: core.baseURL, takesCredentials: true)
        userAgent = core.userAgent
        signedNames = core.signer.names
        options = core.options
        paths = core.paths
        clock = core.clock
        ownHeaders = core.headers
    }

    /// Fills a draft.
    /// - Throws: All that is wrong with its arguments, together.
    mutating func fill(_ draft: RequestDraft, _ callOptions: CallOptions) throws(InvalidArguments) -> PreparedRequest {
        violations = draft.arguments
        host = core.host(of: draft.definition)
        checkRestrictions(draft)
        if let filled = draft.filled {
            if let misfit = misfit(filled) ?? misfit(filled, draft) { violations.refuse("resending", misfit) }
            return try prepared(draft.definition, draft.definition.path, filled, callOptions)
        }
        var filling = RequestFilling(clock: clock)
        let key = headerKey(draft, &filling)
        let url = url(of: draft)
        let isElsewhere = !baseURL.isAtSameHost(url)
        let json = json(of: draft, &filling)
        var boundary = draft.definition.encoding == .multipart ? filling.make("----{hex32}") : nil
        let body = draft.rawBody.map { BodyContent($0) } ?? json.flatMap { encoded($0, draft, &boundary) }
        let record = FilledRequest(
            api: definition.api,
            operation: draft.definition.id,
            method: draft.definition.method.rawValue,
            baseURL: baseURL.text,
            url: url,
            headers: headers(
                of: isElsewhere ? [] : draft.headers,
                draft,
                key,
                mediaType: mediaType(draft, boundary, hasBody: body != nil)
            ),
            content: body,
            idempotencyKey: key?.value ?? bodyKey(draft, json),
            resend: draft.definition.resend,
            isAuthenticated: draft.definition.isAuthenticated && host.takesCredentials,
            idempotencyKeyLifetime: draft.definition.idempotencyKey?.keep
        )
        return try prepared(draft.definition, draft.definition.path, record, callOptions)
    }

    /// Takes up what was filled before.
    /// - Throws: Why it does not fit, or what is wrong with the options.
    mutating func fill(
        _ filled: FilledRequest,
        allowsDuplicate: Bool,
        _ callOptions: CallOptions
    ) throws(InvalidArguments) -> PreparedRequest {
        violations = ArgumentChecker()
        host = core.host(at: filled.baseURL)
        if let misfit = misfit(filled) { violations.refuse("resending", misfit) }
        if !filled.isRetrySafe, !allowsDuplicate {
            violations.refuse("resending", "may do the work twice; pass allowsDuplicate: true to send it all the same")
        }
        let operation = OperationDefinition(
            id: filled.operation,
            method: OperationDefinition.Method(rawValue: filled.method) ?? .post,
            path: ".",
            resend: filled.resend,
            isAuthenticated: filled.isAuthenticated
        )
        return try prepared(operation, nil, filled, callOptions)
    }

    /// Adds the call's own header fields, which are not kept.
    private mutating func prepared(
        _ operation: OperationDefinition,
        _ path: String?,
        _ record: FilledRequest,
        _ callOptions: CallOptions
    ) throws(InvalidArguments) -> PreparedRequest {
        callOptions.check(&violations)
        var headers = record.headers
        let isElsewhere = !baseURL.isAtSameHost(record.url)
        // Another host gets nothing that could be a credential.
        if !isElsewhere { for (name, value) in callOptions.headers { add(name, value, record, to: &headers) } }
        guard violations.violations.isEmpty else { throw InvalidArguments(violations: violations.violations) }
        return PreparedRequest(
            definition: operation,
            path: path,
            url: record.url,
            headers: headers,
            body: record.content,
            record: record,
            baseURL: baseURL,
            isAuthenticated: operation.isAuthenticated && host.takesCredentials && !isElsewhere
        )
    }

    private var baseURL: BaseURL { host.baseURL }

    /// Why a filled request cannot go out through this client.
    private func misfit(_ filled: FilledRequest) -> String? {
        if filled.api != definition.api { return "is a request to \(filled.api), not to \(definition.api)" }
        if filled.baseURL != baseURL.text { return "was filled for another URL than this client's, \(baseURL)" }
        if !baseURL.isAtSameHost(filled.url) { return "was the next page of a list at another host than this client's" }
        return nil
    }

    /// Why a filled request is not the one that was built.
    private mutating func misfit(_ filled: FilledRequest, _ draft: RequestDraft) -> String? {
        let operation = draft.definition
        if filled.operation != operation.id { return "is a request of \(filled.operation), not of \(operation.id)" }
        if filled.method != operation.method.rawValue {
            return "is a \(filled.method), not a \(operation.method.rawValue)"
        }
        if filled.url != url(of: draft) { return "goes to another path, or has another query, than this request" }
        if let key = draft.idempotencyKey, key != filled.idempotencyKey {
            return "has another idempotency key than this request"
        }
        return nil
    }

    private mutating func checkRestrictions(_ draft: RequestDraft) {
        for restriction in draft.restrictions {
            guard let fault = options[restriction.option].flatMap(restriction.fault) else { continue }
            violations.refuse(restriction.argument, fault)
        }
    }

    /// The key that goes into a header field, made where the caller gave none.
    private mutating func headerKey(_ draft: RequestDraft, _ filling: inout RequestFilling) -> RequestDraft.Field? {
        guard case .header(let name, let template, let maxLength) = draft.definition.idempotencyKey?.place else {
            return nil
        }
        guard let key = draft.idempotencyKey else { return (name, filling.make(template)) }
        if let fault = IdempotencyKeyRule.fault(in: key, maxLength: maxLength) {
            violations.refuse("idempotencyKey", fault)
        }
        return (name, key)
    }

    /// The key that lives in the body.
    private func bodyKey(_ draft: RequestDraft, _ json: [UInt8]?) -> String? {
        guard case .field(let path) = draft.definition.idempotencyKey?.place, let json else { return nil }
        return try? JSONReader.read(json) { $0.value(at: path) { $0.string() } }
    }

    private mutating func url(of draft: RequestDraft) -> String {
        if let link = draft.link {
            if let target = baseURL.target(of: link.url, hosts: link.hosts) { return target.url }
            violations.refuse("resuming", "leads to another host than this client's, \(baseURL.host)")
        }
        let override = draft.definition.pathOverride ?? draft.definition.id
        let own = paths[override] ?? paths[draft.definition.id]
        let template = own ?? draft.definition.path
        let taken = queryTakenUp(by: template, draft)
        let (path, unmatched) = PathTemplate.fill(
            template,
            draft.pathValues + taken.map { ($0.name, PercentEncoding.encode($0.value)) }
        )
        for name in unmatched {
            violations.refuse("paths.\(override)", "must have exactly the spec's placeholders: {\(name)}")
        }
        let query = draft.query.filter { field in !taken.contains { $0.name == field.name } }
            .map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
        let url = own == nil ? baseURL.appending(path) : baseURL.resolving(path)
        return url + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// What the spec has in the query, and a path of the user's own has as a segment.
    private mutating func queryTakenUp(by template: String, _ draft: RequestDraft) -> [RequestDraft.Field] {
        let taken = draft.query.filter { template.contains("{\($0.name)}") }
        for field in taken {
            if let fault = PathValue(field.name, field.value, argument: field.name).fault {
                violations.refuse(field.name, fault)
            }
        }
        return taken
    }

    /// The members of the body as JSON, whatever it is encoded as.
    private mutating func json(of draft: RequestDraft, _ filling: inout RequestFilling) -> [UInt8]? {
        guard let encode = draft.encodeBody else {
            if !draft.extra.isEmpty {
                let reason = draft.rawBody == nil ? "has no body" : "has a body that is no object"
                violations.refuse("adding", "is not possible: \(draft.definition.id) \(reason)")
            }
            return nil
        }
        var writer = JSONWriter()
        encode(&writer, &filling)
        do {
            return extended(try writer.finish(), draft.extra)
        } catch {
            violations.refuse(error.path.isEmpty ? "body" : error.path, "cannot be written as JSON: \(error.reason)")
            return nil
        }
    }

    /// A body with further members behind those that are written already.
    private mutating func extended(_ body: [UInt8], _ extra: JSONObject) -> [UInt8] {
        guard !extra.isEmpty else { return body }
        guard let known = try? JSONValue(parsing: body).objectValue else {
            violations.refuse("adding", "needs a body that is an object")
            return body
        }
        for key in extra.keys where known[key] != nil {
            violations.refuse("adding", "must not have \(key), which the body has already")
        }
        let members = JSONValue.object(extra).serialized().dropFirst()
        return Array(body.dropLast()) + (known.isEmpty ? [] : [UInt8(ascii: ",")]) + members
    }

    /// The body as it goes out; nil after it was refused.
    private mutating func encoded(_ json: [UInt8], _ draft: RequestDraft, _ boundary: inout String?) -> BodyContent? {
        let notation: FormNotation
        switch draft.definition.encoding {
        case .form(let own): notation = own
        case .multipart: notation = FormNotation()
        case .json, .text, .bytes: return BodyContent(json)
        }
        let options = JSONParsingOptions(maximumDepth: JSONParsingOptions.deepestAllowed)
        do throws(FormFault) {
            let members = try? JSONValue(parsing: json, options: options).objectValue
            guard let members else { throw FormFault(path: "body", reason: "is nested too deep for a form") }
            let fields = try FormWriter.fields(of: members, as: notation)
            guard let first = boundary else { return BodyContent(Array(FormText.text(of: fields).utf8)) }
            let unique = MultipartWriter.boundary(first, besides: fields, draft.files)
            boundary = unique
            return MultipartWriter.content(of: fields, files: draft.files, boundary: unique)
        } catch {
            violations.refuse(error.path, error.reason)
            return nil
        }
    }

    /// The media type of the body; nil where there is none to name.
    private func mediaType(_ draft: RequestDraft, _ boundary: String?, hasBody: Bool) -> String? {
        if let type = draft.definition.contentType { return "\(type)" }
        guard hasBody else { return nil }
        let type = draft.definition.encoding.mediaType
        return boundary.map { "\(type); boundary=\($0)" } ?? type
    }

    private func headers(
        of fields: [RequestDraft.Field],
        _ draft: RequestDraft,
        _ key: RequestDraft.Field?,
        mediaType: String?
    ) -> HTTPFields {
        var headers = HTTPFields()
        headers[.accept] = "\(draft.definition.accept)"
        if let mediaType { headers[.contentType] = mediaType }
        headers[.userAgent] = userAgent
        for field in ownHeaders { headers[field.name] = field.value }
        for (name, value) in fields + (key.map { [$0] } ?? []) {
            if let name = HeaderRule.name(name) { headers[name] = value }
        }
        return headers
    }

    /// Adds a field of the caller's own, unless it is the runtime's or could smuggle another.
    private mutating func add(_ name: String, _ value: String, _ record: FilledRequest, to headers: inout HTTPFields) {
        guard let field = HeaderRule.name(name) else {
            return violations.refuse("options.headers", "has an invalid header field name")
        }
        let canonical = field.canonicalName
        if HeaderRule.reservedNames.contains(canonical) || signedNames.contains(canonical)
            || record.idempotencyKey != nil && record.headers[field] == record.idempotencyKey
        {
            violations.refuse("options.headers", "must not set \(field.rawName)")
        } else if let fault = HeaderRule.fault(inValue: value) {
            violations.refuse("options.headers", "\(field.rawName) \(fault)")
        } else {
            headers[field] = value
        }
    }
}
