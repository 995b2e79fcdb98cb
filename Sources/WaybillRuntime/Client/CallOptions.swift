/// Limits and header fields for one call alone.
public struct CallOptions: Sendable {
    /// The limit of one attempt; nil takes the client's.
    public var attemptTimeout: Duration?

    /// The limit of the whole call; nil takes the client's.
    public var callTimeout: Duration?

    /// The number of attempts, the first one included; nil takes the client's.
    ///
    /// Pass `1` where a job queue retries by itself. The one that follows a refused token is not counted.
    public var maxAttempts: Int?

    /// The largest body of an answer in bytes; nil takes the operation's, or the client's.
    ///
    /// A larger one ends the call with an error. For calls that bring files.
    public var maxResponseBytes: Int?

    /// Whether the call goes before or after others where calls wait for their places under a rate.
    ///
    /// Nil is `.standard`, and `.background` for the polls of a waiter.
    public var priority: CallPriority?

    /// Header fields to be added.
    ///
    /// Those that authenticate, that describe the body or that carry the idempotency key cannot be set here.
    public var headers: KeyValuePairs<String, String>

    /// Makes options; whatever is left out stays as the client has it.
    public init(
        attemptTimeout: Duration? = nil,
        callTimeout: Duration? = nil,
        maxAttempts: Int? = nil,
        maxResponseBytes: Int? = nil,
        priority: CallPriority? = nil,
        headers: KeyValuePairs<String, String> = [:]
    ) {
        self.attemptTimeout = attemptTimeout
        self.callTimeout = callTimeout
        self.maxAttempts = maxAttempts
        self.maxResponseBytes = maxResponseBytes
        self.priority = priority
        self.headers = headers
    }

    /// Records limits that make no sense.
    func check(_ arguments: inout ArgumentChecker) {
        if let fault = Timeouts.fault(in: attemptTimeout) { arguments.refuse("options.attemptTimeout", fault) }
        if let fault = Timeouts.fault(in: callTimeout) { arguments.refuse("options.callTimeout", fault) }
        arguments.check("options.maxAttempts", maxAttempts, min: 1)
        arguments.check("options.maxResponseBytes", maxResponseBytes, min: 1)
    }
}

extension CallOptions: CustomStringConvertible, CustomReflectable {
    /// The limits and the names of the header fields.
    public var description: String {
        let limits = [
            attemptTimeout.map { "attemptTimeout: \($0.secondsText)" },
            callTimeout.map { "callTimeout: \($0.secondsText)" },
            maxAttempts.map { "maxAttempts: \($0)" },
            maxResponseBytes.map { "maxResponseBytes: \($0)" },
            priority.map { "priority: \($0)" },
            headers.isEmpty ? nil : "headers: \(headers.map(\.key).joined(separator: ", "))",
        ]
        return "CallOptions(\(limits.compactMap(\.self).joined(separator: ", ")))"
    }

    /// The limits and the names of the header fields only.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "attemptTimeout": attemptTimeout as Any, "callTimeout": callTimeout as Any,
                "maxAttempts": maxAttempts as Any, "maxResponseBytes": maxResponseBytes as Any,
                "priority": priority as Any, "headers": headers.map(\.key),
            ]
        )
    }
}
