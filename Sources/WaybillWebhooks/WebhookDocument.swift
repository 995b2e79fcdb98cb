@_spi(Generated) import WaybillRuntime

/// The body of a request that holds: what is wrong with it, and the few places of it that tell which event it is.
///
/// Two readers of a signed document must not see two different values, so one that names a key twice is no event.
struct WebhookDocument {
    /// Why the body is no event; nil where it may be one.
    let fault: UnreadMember?

    private let form: WebhookBodyForm
    private let body: [UInt8]
    /// Nil where a tree was made at once.
    private let outline: JSONOutline?
    private let tree: JSONValue?

    /// Looks through JSON.
    ///
    /// - Parameter asTree: That all of it will be asked for, as with a body of several events.
    init(json body: [UInt8], asTree: Bool = false) {
        form = .json
        self.body = body
        outline = asTree ? nil : JSONOutline(of: body)
        var tree: JSONValue?
        var fault: UnreadMember?
        if outline == nil {
            do {
                tree = try JSONValue(parsing: body, options: JSONParsingOptions(duplicateKeys: .refuse))
            } catch {
                (tree, fault) = (try? JSONValue(parsing: body), UnreadMember(error))
            }
        }
        (self.tree, self.fault) = (tree, fault)
    }

    /// Takes the fields of a form; nil where the body is none.
    init(_ fields: WebhookForm?, body: [UInt8]) {
        form = .form
        self.body = body
        outline = nil
        tree = fields?.json
        fault = fields == nil ? UnreadMember(path: "", reason: "the body is no form") : nil
    }

    /// The body as a value; nil where it is neither JSON nor a form.
    var json: JSONValue? { outline == nil ? tree : form.json(of: body) }

    /// The string, or the digits of the number, at a dotted path; nil where there is none.
    func scalar(at path: DottedPath) -> String? {
        guard let outline, let key = path.keys.first else { return json?.scalar(at: path) }
        if path.keys.count == 1 { return outline.text(of: key) { $0.scalar() } }
        let rest = DottedPath(keys: Array(path.keys.dropFirst()))
        return outline.text(of: key) { $0.value(at: rest) { $0.scalar() } }
    }
}

extension UnreadMember {
    /// What a reader said of a whole body.
    init(_ error: JSONError) { self.init(path: error.path, reason: "\(error.reason)") }
}

extension JSONReader {
    /// The string, or the digits of the number, that comes next; nil where it is something else.
    fileprivate mutating func scalar() -> String? {
        switch peekType() {
        case .string: return string()
        case .number: return number()?.text
        default:
            skip()
            return nil
        }
    }
}
