@_spi(Generated) public import WaybillJSON

/// A request to one API, as a value: what to send, and what the answer is.
///
/// It is bound to its client's type, so that it cannot go out through another one. Keys, ids and times that are made
/// for a call are filled in when it is sent: sending the same value twice makes two calls, each with a key of its
/// own. To repeat a call that may have arrived, use ``resending(_:)``; to keep a request before it is sent,
/// ``APIClient/fill(_:)``.
public struct APIRequest<Client: APIClient, Value: Sendable>: Sendable {
    var draft: RequestDraft
    let answer: AnswerForm<Value>

    /// The operation: resource and name, such as `messages.send`.
    public var operation: String { draft.definition.id }

    /// The same request, going out with the very bytes and the idempotency key of one that was filled before.
    ///
    /// For a call whose outcome is unknown: under the same key a server that has done the work does it only once.
    /// Build the request with the same arguments, and pass the error's `request`; the answer is typed, as that of the
    /// first call would have been. Without the arguments, as after a restart, use ``APIClient/resend(_:allowsDuplicate:options:)``.
    ///
    /// What does not fit is refused when it is sent: a request of another API, operation or method, or to another URL.
    public func resending(_ filled: FilledRequest) -> APIRequest {
        var copy = self
        copy.draft.filled = filled
        return copy
    }

    /// The same request with further members in its body, for what the API has and this library does not know yet.
    ///
    /// ```swift
    /// try await client.send(ExampleClient.Messages.send(text: "Hello").adding(["order": 1]))
    /// ```
    ///
    /// They stand behind the members of the operation, in the order given, and are part of what is signed and kept. A
    /// member that the body has already, and any member where there is no body, is refused when the request is sent.
    /// - Parameter members: The members; one that was added before takes the new value.
    public func adding(_ members: JSONObject) -> APIRequest {
        var copy = self
        for (key, value) in members { copy.draft.extra[key] = value }
        return copy
    }
}

@_spi(Generated)
extension APIRequest {
    /// Makes a request whose answer has some form.
    public init(
        _ definition: OperationDefinition,
        arguments: ArgumentChecker = ArgumentChecker(),
        answer: AnswerForm<Value>
    ) {
        draft = RequestDraft(definition: definition, arguments: arguments)
        self.answer = answer
    }

    /// Makes a request whose answer is JSON that a closure reads.
    public init(
        _ definition: OperationDefinition,
        arguments: ArgumentChecker = ArgumentChecker(),
        reading read: @escaping @Sendable (inout JSONReader) -> Value?
    ) {
        self.init(definition, arguments: arguments, answer: .json(read))
    }

    /// Makes a request whose answer is a model.
    public init(_ definition: OperationDefinition, arguments: ArgumentChecker = ArgumentChecker())
    where Value: JSONModel {
        self.init(definition, arguments: arguments, reading: { $0.model() })
    }

    /// Makes a request whose answer is a list of models.
    public init<Model: JSONModel>(_ definition: OperationDefinition, arguments: ArgumentChecker = ArgumentChecker())
    where Value == [Model] {
        self.init(definition, arguments: arguments, reading: { $0.list { $0.model() } })
    }

    /// Makes a request whose answer is any JSON.
    public init(_ definition: OperationDefinition, arguments: ArgumentChecker = ArgumentChecker())
    where Value == JSONValue {
        self.init(definition, arguments: arguments, reading: { $0.value() })
    }

    /// Makes a request whose answer has nothing to read.
    public init(_ definition: OperationDefinition, arguments: ArgumentChecker = ArgumentChecker())
    where Value == NoContent {
        self.init(definition, arguments: arguments, answer: .constant(NoContent()))
    }

    /// Takes the caller's idempotency key; nil has one made when the request is sent.
    public mutating func setIdempotencyKey(_ key: String?) {
        draft.idempotencyKey = key
    }

    /// Fills a placeholder of the path, as exactly one segment.
    ///
    /// Empty values, `.`, `..` and control characters are refused; the rest is percent-encoded.
    public mutating func setPath(_ name: String, _ value: String, argument: String) {
        draft.setPath(name, value, argument: argument)
    }

    /// Fills a placeholder of the path with a number.
    public mutating func setPath(_ name: String, _ value: Int, argument: String) {
        draft.setPath(name, String(value), argument: argument)
    }

    /// Adds a query parameter, unless its value is nil.
    public mutating func addQuery(_ name: String, _ value: String?) {
        if let value { draft.query.append((name, value)) }
    }

    /// Adds a query parameter, unless its value is nil.
    public mutating func addQuery(_ name: String, _ value: Int?) {
        addQuery(name, value.map { String($0) })
    }

    /// Adds a query parameter, `true` or `false`, unless its value is nil.
    public mutating func addQuery(_ name: String, _ value: Bool?) {
        addQuery(name, value.map { $0 ? "true" : "false" })
    }

    /// Adds a query parameter that is a list, an object, or a value with a wire format of its own, unless it is nil.
    ///
    /// A list or an object that is empty adds nothing.
    /// - Parameters:
    ///   - argument: The name that an error gives it.
    ///   - notation: How lists and objects stand in the query.
    ///   - write: Writes the value as JSON, of which the parameters are made.
    public mutating func addQuery<Parameter>(
        _ name: String,
        _ value: Parameter?,
        argument: String,
        as notation: FormNotation = FormNotation(),
        _ write: (inout JSONWriter, Parameter) -> Void
    ) {
        guard let value else { return }
        var writer = JSONWriter()
        write(&writer, value)
        draft.addQuery(name, writer, argument: argument, as: notation)
    }

    /// Adds a header field that is a list or a value with a wire format of its own, unless it is nil.
    ///
    /// The elements of a list stand in one field, with commas (RFC 9110, section 5.6.1); an empty list adds none.
    /// - Parameters:
    ///   - argument: The name that an error gives it.
    ///   - write: Writes the value as JSON, of which the field's value is made.
    public mutating func addHeader<Parameter>(
        _ name: String,
        _ value: Parameter?,
        argument: String,
        _ write: (inout JSONWriter, Parameter) -> Void
    ) {
        guard let value else { return }
        var writer = JSONWriter()
        write(&writer, value)
        draft.addHeader(name, writer, argument: argument)
    }

    /// Adds a header field, unless its value is nil; a value that could smuggle another field is refused.
    /// - Parameter argument: The name that an error gives it; nil takes the field's.
    public mutating func addHeader(_ name: String, _ value: String?, argument: String? = nil) {
        if let value { draft.addHeader(name, value, argument: argument ?? name) }
    }

    /// Sets what writes the body.
    ///
    /// It runs once per call, before the first attempt; the bytes are kept over all attempts.
    public mutating func setBody(_ encode: @escaping @Sendable (inout JSONWriter, inout RequestFilling) -> Void) {
        draft.encodeBody = encode
    }

    /// Adds a file to the body, unless it is nil.
    /// - Parameter argument: The name that an error gives it.
    public mutating func addFile(_ name: String, _ file: FormFile?, argument: String) {
        guard let file else { return }
        if let fault = HeaderRule.fault(inValue: file.contentType) {
            draft.arguments.refuse("\(argument).contentType", fault)
        }
        draft.files.append((name, file))
    }

    /// Sets a body that is sent as it is, as UTF-8.
    public mutating func setBody(text: String) {
        draft.rawBody = Array(text.utf8)
    }

    /// Sets a body that is sent as it is.
    public mutating func setBody(bytes: [UInt8]) {
        draft.rawBody = bytes
    }

    /// Adds members of the caller's own to the body, behind those of the operation.
    /// - Parameters:
    ///   - argument: The name that an error gives them.
    ///   - known: What the operation has a place for; a member of such a name is refused.
    public mutating func addMembers(_ members: JSONObject, argument: String, besides known: [String]) {
        for (key, value) in members {
            if known.contains(key) {
                draft.arguments.refuse(argument, "must not have \(key), for which the operation has a place")
            } else {
                draft.extra[key] = value
            }
        }
    }

    /// Restricts a value to those that the client was made with, if it was made with any.
    public mutating func restrict(_ value: String, argument: String, among option: String) {
        draft.restrictions.append(.init(argument: argument, value: value, option: option))
    }
}

extension APIRequest: CustomStringConvertible, CustomReflectable {
    /// Operation, method and the path's template; no arguments.
    public var description: String {
        "\(operation): \(draft.definition.method.rawValue) \(draft.definition.path)"
    }

    /// The operation only: arguments may be people's data.
    public var customMirror: Mirror { Mirror(self, children: ["operation": operation]) }
}
