import SpecYAML

/// Reads the scalar of a type.
enum TypeExpressionDecoder {
    /// The type that a scalar names.
    static func decode(_ node: YAMLNode, into log: inout DecodingLog) -> Located<TypeExpression>? {
        guard let text = ScalarDecoder.text(node, into: &log) else { return nil }
        do throws(TypeExpressionParser.Failure) {
            return Located(try TypeExpressionParser.parse(text.value), at: text.location)
        } catch {
            log.lose(.typeExpression, "no type \(Echo.quoted(text.value)): \(error.message)", at: text.location)
            return nil
        }
    }
}
