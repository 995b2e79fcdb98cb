@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Reads parameters of a query and header fields as the JSON that their client wrote into them.
package enum ParameterReader {
    /// Why a query cannot be read.
    package struct Fault: Error {
        package let text: String
    }

    /// The value of a parameter among those of a query, decoded; nil where there is none.
    package static func value(
        of field: ResolvedField,
        inQuery parameters: [(name: String, value: String)]
    ) throws(Fault) -> JSONValue? {
        if field.type.isSingleText {
            return parameters.first { $0.name == field.wireName }.map { value(of: $0.value, field.type) }
        }
        let beginnings = field.notation.separators.filter { $0 != "]" }.map { field.wireName + String($0) }
        let own = parameters.filter { parameter in
            parameter.name == field.wireName || beginnings.contains { parameter.name.hasPrefix($0) }
        }
        do throws(FormTree.Problem) {
            return try value(of: field, own, field.notation)
        } catch {
            throw Fault(text: "cannot be read: \(error.text)")
        }
    }

    /// The value of a header field of which these lines came; nil where none came.
    ///
    /// Several lines are one list (RFC 9110, section 5.3), whose elements have no blanks around them.
    package static func value(of field: ResolvedField, inHeader lines: [String]) -> JSONValue? {
        if field.type.isSingleText { return lines.first.map { value(of: $0, field.type) } }
        let list = CommaList.elements(of: lines.joined(separator: ",")).joined(separator: ",")
        let own = list.isEmpty ? [] : [(name: field.wireName, value: list)]
        return (try? value(of: field, own, FormNotation(lists: .comma))) ?? nil
    }

    /// The value of a text that stands for a single one, as in a path.
    package static func value(of text: String, _ type: ResolvedType) -> JSONValue {
        switch type.unwrapped {
        case .format(let format): format.value(parsing: text)
        case .words(let words): words.value.value(parsing: text)
        default: .string(text)
        }
    }

    private static func value(
        of field: ResolvedField,
        _ parameters: [(name: String, value: String)],
        _ notation: FormNotation
    ) throws(FormTree.Problem) -> JSONValue? {
        let tree = try FormTree(parameters, notation)
        return FormReader(notation: notation).object(tree, [.field(field)])[field.wireName]
    }
}
