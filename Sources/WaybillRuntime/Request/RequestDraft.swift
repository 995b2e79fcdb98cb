@_spi(Generated) import WaybillJSON

/// A request before it is filled: everything but the type of its answer.
struct RequestDraft: Sendable {
    typealias Field = (name: String, value: String)

    let definition: OperationDefinition
    var arguments: ArgumentChecker
    var pathValues: [(name: String, encoded: String)] = []
    var query: [Field] = []
    var headers: [Field] = []
    var idempotencyKey: String?
    var restrictions: [ArgumentRestriction] = []
    var encodeBody: (@Sendable (inout JSONWriter, inout RequestFilling) -> Void)?
    /// What stands in the body behind its fields.
    var files: [(name: String, file: FormFile)] = []
    /// A body that is sent as it is.
    var rawBody: [UInt8]?
    /// Members of the body that the operation does not know.
    var extra = JSONObject()
    /// The URL of a page in place of the operation's own, and the hosts beside the client's to which it may lead.
    var link: (url: String, hosts: [String])?
    /// What went out before and is to go out again.
    var filled: FilledRequest?

    /// Path values are one segment each.
    mutating func setPath(_ name: String, _ value: String, argument: String) {
        if let fault = PathValue.fault(inSegment: value) { arguments.refuse(argument, fault) }
        pathValues.append((name, PercentEncoding.encode(value)))
    }

    /// Adds a parameter of the query as a form has it.
    mutating func addQuery(_ name: String, _ writer: borrowing JSONWriter, argument: String, as notation: FormNotation)
    {
        guard let value = value(of: writer, argument: argument) else { return }
        query += fields(of: value, named: name, argument: argument, as: notation)
    }

    /// Adds a header field with one value, or with the elements of a list.
    mutating func addHeader(_ name: String, _ writer: borrowing JSONWriter, argument: String) {
        guard let value = value(of: writer, argument: argument) else { return }
        for fault in HeaderValue.faults(inElementsOf: value, at: argument) {
            arguments.refuse(fault.argument, fault.reason)
        }
        for field in fields(of: value, named: name, argument: argument, as: FormNotation(lists: .comma)) {
            addHeader(name, field.value, argument: argument)
        }
    }

    /// The value that was written; nil after what keeps it from being written was recorded.
    private mutating func value(of writer: borrowing JSONWriter, argument: String) -> JSONValue? {
        let options = JSONParsingOptions(maximumDepth: JSONParsingOptions.deepestAllowed)
        do throws(JSONError) {
            return try JSONValue(parsing: try writer.finish(), options: options)
        } catch {
            arguments.refuse(argument, "cannot be written: \(error.reason)")
            return nil
        }
    }

    private mutating func fields(
        of value: JSONValue,
        named name: String,
        argument: String,
        as notation: FormNotation
    ) -> [Field] {
        do throws(FormFault) {
            return try FormWriter.fields(of: value, named: name, at: argument, as: notation)
        } catch {
            arguments.refuse(error.path, error.reason)
            return []
        }
    }

    mutating func addHeader(_ name: String, _ value: String, argument: String) {
        if HeaderRule.name(name) == nil {
            arguments.refuse(argument, "is not a valid header field name")
        } else if let fault = HeaderRule.fault(inValue: value) {
            arguments.refuse(argument, fault)
        }
        headers.append((name, value))
    }
}
