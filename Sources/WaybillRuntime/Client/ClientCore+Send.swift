import HTTPTypes
@_spi(Generated) public import WaybillJSON

@_spi(Generated)
extension ClientCore {
    /// Sends a request: check the arguments, fix body and key, send until an outcome stands, read the answer.
    /// - Throws: The report of what went wrong.
    public func send<Client, Value>(
        _ request: APIRequest<Client, Value>,
        options: CallOptions = CallOptions()
    ) async throws(FailureReport) -> APIResponse<Value> {
        try await perform(try fill(request.draft, options), options) { http throws(FailureReport) in
            try value(of: &http, request)
        }
    }

    /// Fills a request, and sends nothing.
    /// - Throws: The report of arguments that were refused.
    public func fill<Client, Value>(_ request: APIRequest<Client, Value>) throws(FailureReport) -> FilledRequest {
        try fill(request.draft, CallOptions()).record
    }

    /// Sends what was filled before, for any JSON as the answer.
    /// - Throws: The report of what went wrong.
    public func resend(
        _ filled: FilledRequest,
        allowsDuplicate: Bool,
        options: CallOptions
    ) async throws(FailureReport) -> APIResponse<JSONValue> {
        let request: PreparedRequest
        do {
            var filler = RequestFiller(core: self)
            request = try filler.fill(filled, allowsDuplicate: allowsDuplicate, options)
        } catch {
            throw invalid(error, filled.operation)
        }
        return try await perform(request, options) { http throws(FailureReport) in
            if http.body.allSatisfy({ $0 <= 0x20 }) { return .null }
            return try json(of: &http, envelope: nil) { $0.value() }
        }
    }

    /// One call from its beginning to its end: observers hear of both.
    func perform<Value>(
        _ request: PreparedRequest,
        _ options: CallOptions,
        into sink: AnswerSink? = nil,
        reading read: (inout ResponseMetadata) throws(FailureReport) -> Value
    ) async throws(FailureReport) -> APIResponse<Value> {
        let observation = CallObservation(of: request, core: self)
        do {
            var call = Call(core: self, request: request, options: options, observation: observation, sink: sink)
            var http = try await call.run()
            let value = try read(&http)
            observation?.succeeded(http)
            return APIResponse(value: value, http: http)
        } catch {
            observation?.failed(error)
            throw error
        }
    }

    func fill(_ draft: RequestDraft, _ options: CallOptions) throws(FailureReport) -> PreparedRequest {
        do {
            var filler = RequestFiller(core: self)
            return try filler.fill(draft, options)
        } catch {
            throw invalid(error, draft.definition.id)
        }
    }

    func invalid(_ arguments: InvalidArguments, _ operation: String) -> FailureReport {
        FailureReport(
            kind: .invalidArguments(arguments),
            api: definition.api,
            operation: operation,
            message: arguments.description
        )
    }

    private func value<Client, Value>(
        of http: inout ResponseMetadata,
        _ request: APIRequest<Client, Value>
    ) throws(FailureReport) -> Value {
        switch request.answer.reading(http.status) {
        case .constant(let value):
            try checkRefusable(http)
            return value
        case .bytes(let make): return make(http.body)
        case .text(let make):
            let (text, unread) = AnswerReader.text(http.headers, http.body)
            if let unread { http.unread = [UnreadMember(path: "", reason: masked(unread))] }
            return make(text)
        case .json(let read, let absent):
            return try json(of: &http, envelope: envelope(of: request.draft.definition), absent: absent, read)
        }
    }

    /// Throws where a body that nobody reads might have refused, and cannot be read.
    private func checkRefusable(_ http: ResponseMetadata) throws(FailureReport) {
        guard let rule = definition.errors.refusal, http.status != 304, !http.body.allSatisfy({ $0 <= 0x20 }),
            rule.verdict(on: http.body) == .unclear
        else { return }
        do {
            _ = try JSONValue(parsing: http.body)
        } catch {
            throw undecodable(AnswerReader.undecodable(http.body, error, signer.mask), http)
        }
    }

    /// Whether a body is looked at for a refusal: not where text or bytes are asked for, and no JSON came.
    func isJSON(_ headers: HTTPFields, _ operation: OperationDefinition) -> Bool {
        if operation.acceptsJSON { return true }
        let type = headers[.contentType]?.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
        return type.map { $0 == "application/json" || $0.hasSuffix("+json") } ?? false
    }

    private func json<Value>(
        of http: inout ResponseMetadata,
        envelope: EnvelopePaths?,
        absent: Value? = nil,
        _ read: (inout JSONReader) -> Value?
    ) throws(FailureReport) -> Value {
        if let charset = AnswerReader.foreignCharset(http.headers, http.body) {
            let reason = "its character set is \(masked(charset).prefix(40)), and JSON is UTF-8"
            throw undecodable(UndecodableAnswer(reason: reason), http)
        }
        do {
            return try AnswerReader.read(http.body, envelope: envelope, absent: absent, noting: &http.unread, read)
        } catch {
            // A request that changes nothing can be sent again; any other was carried out, and says so.
            let isSafe = OperationDefinition.Method(rawValue: http.request.method)?.isSafe == true
            guard !isSafe, let empty = AnswerReader.empty(http.body, absent: absent, read) else {
                throw undecodable(AnswerReader.undecodable(http.body, error, mask), http)
            }
            http.unread = [UnreadMember(path: error.path, reason: error.reason.description)]
            return empty
        }
    }

    private func envelope(of operation: OperationDefinition) -> EnvelopePaths? {
        switch operation.envelope {
        case .inherited: definition.envelope
        case .none: nil
        case .member(let key): EnvelopePaths([key])
        case .paths(let paths): paths
        }
    }

    func undecodable(_ answer: UndecodableAnswer, _ http: ResponseMetadata) -> FailureReport {
        FailureReport(
            kind: .undecodable(answer),
            api: definition.api,
            operation: http.request.operation,
            message: answer.description,
            http: http,
            request: http.request,
            attempts: http.attempts,
            delivery: definition.errors.refusal?.verdict(on: http.body) == .unclear ? .unknown : .accepted
        )
    }
}
