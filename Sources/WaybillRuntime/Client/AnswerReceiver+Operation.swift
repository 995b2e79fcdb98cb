extension AnswerReceiver {
    /// Takes the successes of an operation, unless a refusal may stand in them; nil where the transport hands none over.
    convenience init?(_ core: ClientCore, _ operation: OperationDefinition, limit: Int, _ sink: @escaping AnswerSink) {
        guard core.transport.canStream else { return nil }
        self.init(
            limit: limit,
            uptime: core.clock.uptime,
            wants: { head in
                let isSuccess = (200...299).contains(head.status)
                return isSuccess && (core.definition.errors.refusal == nil || !core.isJSON(head.headers, operation))
            },
            sink: sink
        )
    }
}
