@_spi(Generated)
extension ClientCore {
    /// Sends a request: check the arguments, fix body and key, send until an outcome stands, read the answer.
    /// - Throws: The report of what went wrong.
    public func send<Client, Value>(
        _ request: APIRequest<Client, Value>,
        options: CallOptions = CallOptions()
    ) async throws(FailureReport) -> APIResponse<Value> {
        var call = Call(core: self, request: try fill(request.draft, options), options: options)
        let http = try await call.run()
        return APIResponse(value: try value(of: http, request), http: http)
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
        of http: ResponseMetadata,
        _ request: APIRequest<Client, Value>
    ) throws(FailureReport) -> Value {
        if let constant = request.constant { return constant }
        if let charset = AnswerReader.foreignCharset(http.headers, http.body) {
            let reason = "its character set is \(masked(charset)), and JSON is UTF-8"
            throw undecodable(UndecodableAnswer(reason: reason), http)
        }
        guard let read = request.read else { throw undecodable(UndecodableAnswer(reason: "nothing can read it"), http) }
        do {
            return try AnswerReader.read(http.body, envelope: envelope(of: request.draft.definition), read)
        } catch {
            throw undecodable(AnswerReader.undecodable(http.body, error, signer.mask), http)
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

    private func undecodable(_ answer: UndecodableAnswer, _ http: ResponseMetadata) -> FailureReport {
        FailureReport(
            kind: .undecodable(answer),
            api: definition.api,
            operation: http.request.operation,
            message: answer.description,
            http: http,
            request: http.request,
            attempts: http.attempts,
            delivery: .accepted
        )
    }
}
