import SpecYAML

/// Reads `errors`: where failures say what, the codes, and the cases of the error enum.
enum ErrorsDecoder {
    /// The description of failures.
    static func decode(_ reader: MappingReader, into log: inout DecodingLog) -> ErrorsSpec {
        var errors = ErrorsSpec()
        errors.message = reader.texts("message", into: &log)
        errors.code = reader.texts("code", into: &log)
        errors.details = reader.texts("details", into: &log)
        errors.fields = reader.named("fields", into: &log, of: field)
        errors.codes = codes(reader, into: &log)
        errors.cases = reader.named("cases", into: &log, of: errorCase)
        return errors
    }

    private static func field(_ member: YAMLMember, into log: inout DecodingLog) -> ErrorFieldSpec? {
        guard let reader = MappingReader(member.value, as: .errorField, owner: member.keyLocation, into: &log),
            let type = reader["type"].flatMap({ TypeExpressionDecoder.decode($0, into: &log) })
        else { return nil }
        var field = ErrorFieldSpec(type: type, at: reader.texts("at", into: &log))
        field.about = reader.text("about", into: &log)
        field.swiftName = reader.text("name", into: &log)
        return field
    }

    private static func codes(_ reader: MappingReader, into log: inout DecodingLog) -> [Named<ErrorCodeSpec>] {
        guard reader["codes"]?.sequence != nil else { return reader.named("codes", into: &log, of: code) }
        return reader.texts("codes", into: &log).map { Named($0, ErrorCodeSpec()) }
    }

    private static func code(_ member: YAMLMember, into log: inout DecodingLog) -> ErrorCodeSpec? {
        guard let reader = MappingReader(member.value, as: .errorCode, into: &log) else { return nil }
        var code = ErrorCodeSpec()
        code.status = reader.status("status", into: &log)
        code.about = reader.text("about", into: &log)
        code.swiftName = reader.text("name", into: &log)
        return code
    }

    private static func errorCase(_ member: YAMLMember, into log: inout DecodingLog) -> ErrorCaseSpec? {
        guard let reader = MappingReader(member.value, as: .errorCase, into: &log) else { return nil }
        var errorCase = ErrorCaseSpec(at: reader.location)
        errorCase.codes = reader.texts("code", into: &log)
        errorCase.statuses = reader.list("status", into: &log, of: ScalarDecoder.statuses)
        errorCase.details = reader.text("details", into: &log)
        errorCase.about = reader.text("about", into: &log)
        errorCase.swiftName = reader.text("name", into: &log)
        return errorCase
    }
}
