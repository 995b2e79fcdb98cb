@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// What the placeholders of a template stand for.
struct TemplateScope {
    let moment: SandboxMoment
    /// The last number that `{counter}` gave.
    var counter: Int
    var body: JSONValue
    /// The parameters of the path and the query.
    var parameters: [String: JSONValue]
    /// The element of the body's list that is being answered.
    var item: JSONValue?
    /// The answer made so far, inside its envelope.
    var answer: JSONValue = .object([:])
    /// The query of the request, as it was sent.
    var query = ""
    /// Headers of the answer, which its pages need.
    var headers: [(name: String, value: String)] = []

    /// A value with every text in it rendered.
    mutating func render(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): return render(text)
        case .array(let elements):
            var rendered: [JSONValue] = []
            for element in elements { rendered.append(render(element)) }
            return .array(rendered)
        case .object(let members):
            var rendered = JSONObject()
            for (key, member) in members { rendered[key] = render(member) }
            return .object(rendered)
        default: return value
        }
    }

    /// A rendered text; one placeholder alone gives its value as it is.
    private mutating func render(_ text: String) -> JSONValue {
        let template = TextTemplate(text)
        if let name = template.onlyPlaceholder { return value(of: name) ?? .null }
        return .string(self.text(of: template))
    }

    /// A rendered text, where only text can stand; what is unknown or null is empty.
    mutating func text(of template: TextTemplate) -> String {
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .text(let part): text += part
            case .placeholder(let name):
                switch value(of: name) {
                case nil, .null: break
                case .string(let value): text += value
                case .some(let value): text += value.description
                }
            }
        }
        return text
    }

    private mutating func value(of name: String) -> JSONValue? {
        if let made = make(name) { return made }
        if name == "body" { return body }
        if name == "item" { return item }
        if name.hasPrefix("body.") { return DottedPath(String(name.dropFirst(5))).value(in: body) }
        if name.hasPrefix("item.") { return DottedPath(String(name.dropFirst(5))).value(in: item) }
        return parameters[name] ?? DottedPath(name).value(in: answer)
    }

    private mutating func make(_ name: String) -> JSONValue? {
        switch name {
        case "now": return .string(SandboxMoment.timestamp(moment.milliseconds))
        case "uuid": return .string(moment.uuid())
        case "counter":
            counter += 1
            return .number(JSONNumber(counter))
        default:
            return TextTemplate.randomDigits(name).map { .string(moment.hex($0)) }
        }
    }
}
