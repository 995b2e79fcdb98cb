@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WireFormat {
    /// Every format of the dialect, in the order of the reference.
    package static let all: [WireFormat] = [
        string, int, double, bool, decimal, timestamp, date, id, json, object, epoch, english, mail,
        textBool, textInt, commaList,
    ]

    package static let string = WireFormat(
        "string",
        onTheWire: "text",
        noun: "a string",
        jsonTypes: [.string],
        schema: ["type": "string"],
        measure: .text,
        parameterPlaces: [.path, .query, .header],
        swift: SwiftForm(type: "String", reading: "string", text: .itself, literal: .text)
    ) { reader, writer in reader.string().map { writer.value($0) } != nil }

    package static let int = WireFormat(
        "int",
        onTheWire: "a whole number",
        noun: "a whole number",
        jsonTypes: [.number],
        schema: ["type": "integer"],
        measure: .number,
        parameterPlaces: [.path, .query, .header],
        swift: SwiftForm(type: "Int", reading: "int", text: .converted, literal: .wholeNumber)
    ) { reader, writer in reader.int().map { writer.value($0) } != nil }

    /// A number that need not be exact.
    package static let double = WireFormat(
        "double",
        onTheWire: "a number",
        noun: "a number",
        jsonTypes: [.number],
        schema: ["type": "number"],
        measure: .number,
        parameterPlaces: [.query, .header],
        swift: SwiftForm(type: "Double", reading: "double", literal: .number)
    ) { reader, writer in reader.double().map { writer.value($0) } != nil }

    package static let bool = WireFormat(
        "bool",
        onTheWire: "`true` or `false`",
        noun: "true or false",
        jsonTypes: [.bool],
        schema: ["type": "boolean"],
        parameterPlaces: [.query, .header],
        swift: SwiftForm(type: "Bool", reading: "bool", literal: .bool)
    ) { reader, writer in reader.bool().map { writer.value($0) } != nil }

    /// An exact decimal number.
    package static let decimal = WireFormat(
        "decimal",
        onTheWire: "a number, or text that is one; kept exactly",
        noun: "a decimal number of at most 38 digits",
        jsonTypes: [.string, .number],
        schema: ["type": ["string", "number"], "format": "decimal"],
        measure: .number,
        parameterPlaces: [.query, .header],
        swift: SwiftForm(
            type: "Decimal",
            foundation: .decimal,
            reading: "decimal",
            writing: .method("decimal"),
            literal: .decimal
        )
    ) { reader, writer in reader.decimal().map { writer.decimal($0) } != nil }

    /// A time in RFC 3339.
    package static let timestamp = WireFormat(
        "timestamp",
        onTheWire: "RFC 3339, with any fraction, with or without offset (none is UTC)",
        noun: "a time such as 2026-05-01T03:38:07Z",
        jsonTypes: [.string],
        schema: ["type": "string", "format": "date-time"],
        parameterPlaces: [.query, .header],
        swift: SwiftForm(
            type: "Date",
            foundation: .date,
            reading: "timestamp",
            writing: .method("timestamp"),
            literal: .timestamp
        )
    ) { reader, writer in reader.timestamp().map { writer.timestamp($0) } != nil }

    /// A day of the calendar, which belongs to no time zone.
    package static let date = WireFormat(
        "date",
        onTheWire: "a day, as in `2026-05-01` (the full-date of RFC 3339)",
        noun: "a day such as 2026-05-01",
        jsonTypes: [.string],
        schema: ["type": "string", "format": "date"],
        parameterPlaces: [.path, .query, .header],
        swift: SwiftForm(
            type: "CalendarDate",
            reading: "calendarDate",
            text: .member("description"),
            literal: .text
        )
    ) { reader, writer in reader.calendarDate().map { writer.value($0) } != nil }

    /// Text that names something; some services send whole numbers for it.
    package static let id = WireFormat(
        "id",
        onTheWire: "text, or a whole number, which is read as text",
        noun: "a string or a whole number",
        jsonTypes: [.string, .number],
        schema: ["type": ["string", "integer"]],
        measure: .text,
        parameterPlaces: [.path, .query, .header],
        swift: SwiftForm(type: "String", reading: "identifier", text: .itself, literal: .text)
    ) { reader, writer in reader.identifier().map { writer.value($0) } != nil }

    package static let json = WireFormat(
        "json",
        onTheWire: "anything",
        noun: "a JSON value",
        jsonTypes: [],
        schema: [:],
        measure: .json,
        parameterPlaces: [.query],
        swift: SwiftForm(type: "JSONValue", reading: "value", literal: .json)
    ) { reader, writer in reader.value().map { writer.value($0) } != nil }

    package static let object = WireFormat(
        "object",
        onTheWire: "any object",
        noun: "an object",
        jsonTypes: [.object],
        schema: ["type": "object"],
        measure: .json,
        parameterPlaces: [.query],
        swift: SwiftForm(type: "JSONObject", reading: "object", literal: .json)
    ) { reader, writer in reader.object().map { writer.value(JSONValue.object($0)) } != nil }

    /// A time in seconds since 1970.
    package static let epoch = WireFormat(
        "timestamp.epoch",
        onTheWire: "seconds since 1970, as a number or as text",
        noun: "seconds since 1970",
        jsonTypes: [.string, .number],
        schema: ["type": ["string", "number"]],
        parameterPlaces: [.query, .header],
        swift: SwiftForm(
            type: "Date",
            foundation: .date,
            reading: "epochTimestamp",
            writing: .method("epochTimestamp"),
            literal: .date { $0.epochTimestamp() }
        )
    ) { reader, writer in reader.epochTimestamp().map { writer.epochTimestamp($0) } != nil }

    /// A time as English pages write it.
    package static let english = WireFormat(
        "timestamp.english",
        onTheWire: "`Sep 23, 2024, 8:20:01 PM`, in UTC",
        noun: "a time such as Sep 23, 2024, 8:20:01 PM",
        jsonTypes: [.string],
        schema: ["type": "string"],
        parameterPlaces: [.query, .header],
        swift: SwiftForm(
            type: "Date",
            foundation: .date,
            reading: "englishTimestamp",
            writing: .method("englishTimestamp"),
            literal: .date { $0.englishTimestamp() }
        )
    ) { reader, writer in reader.englishTimestamp().map { writer.englishTimestamp($0) } != nil }

    /// A time as mail writes it.
    package static let mail = WireFormat(
        "timestamp.rfc2822",
        onTheWire: "`Fri, 01 May 2026 03:38:07 +0000`, as in mail (RFC 5322); read in any zone, written in UTC",
        noun: "a time such as Fri, 01 May 2026 03:38:07 +0000",
        jsonTypes: [.string],
        schema: ["type": "string"],
        parameterPlaces: [.path, .query, .header],
        swift: SwiftForm(
            type: "Date",
            foundation: .date,
            reading: "mailTimestamp",
            writing: .method("mailTimestamp"),
            text: .labelled("mailTimestamp"),
            literal: .date { $0.mailTimestamp() }
        )
    ) { reader, writer in reader.mailTimestamp().map { writer.mailTimestamp($0) } != nil }

    /// A truth value that may come as text.
    package static let textBool = WireFormat(
        "bool.text",
        onTheWire: "`true` or `false`, or the word as text in any letter case",
        noun: "true or false, or the word for it",
        jsonTypes: [.string, .bool],
        schema: ["type": ["string", "boolean"]],
        parameterPlaces: [.query, .header],
        swift: SwiftForm(type: "Bool", reading: "textBool", literal: .bool)
    ) { reader, writer in reader.textBool().map { writer.value($0) } != nil }

    /// A whole number that may come as text.
    package static let textInt = WireFormat(
        "int.text",
        onTheWire: "a whole number, or text of its digits",
        noun: "a whole number or its digits",
        jsonTypes: [.string, .number],
        schema: ["type": ["string", "integer"]],
        measure: .number,
        parameterPlaces: [.query, .header],
        swift: SwiftForm(type: "Int", reading: "textInt", text: .converted, literal: .wholeNumber)
    ) { reader, writer in reader.textInt().map { writer.value($0) } != nil }

    /// A list of texts in one text.
    package static let commaList = WireFormat(
        "list.comma",
        onTheWire: "one text with commas, `a,b`; read from an array too",
        noun: "an array of strings, or one string with commas",
        jsonTypes: [.string, .array],
        schema: ["type": ["string", "array"]],
        measure: .list,
        parameterPlaces: [.query, .header],
        swift: SwiftForm(
            type: "[String]",
            reading: "commaList",
            writing: .method("commaList"),
            text: .member("joined(separator: \",\")"),
            checking: "commaList",
            literal: .texts
        ),
        checks: { checker, value in
            checker.check("", commaList: value.arrayValue?.compactMap(\.stringValue))
        },
        copies: { reader, writer in reader.commaList().map { writer.commaList($0) } != nil }
    )

    /// Bytes that are a body as they are; in an example Base64.
    ///
    /// It is no word of the dialect, since JSON has no bytes.
    static let bytes = WireFormat(
        "bytes",
        onTheWire: "bytes as they are",
        noun: "Base64",
        jsonTypes: [.string],
        schema: ["type": "string", "contentEncoding": "base64"],
        swift: SwiftForm(type: "[UInt8]", reading: "string", literal: .bytes)
    ) { reader, writer in
        guard let text = reader.string(), Data(base64Encoded: text) != nil else { return false }
        writer.value(text)
        return true
    }

    /// A file of a multipart body; in an example its name, its media type, and what it has.
    ///
    /// It is no word of the dialect: files stand under a key of their own.
    static let file = WireFormat(
        "file",
        onTheWire: "a part with a file's name",
        noun: "a file with 'name', 'type' and 'text' or 'base64'",
        jsonTypes: [.object],
        schema: ["type": "string", "contentEncoding": "binary"],
        swift: SwiftForm(type: "FormFile", reading: "object", literal: .file)
    ) { reader, writer in
        guard let object = reader.object(), ExampleFile(object) != nil else { return false }
        writer.value(JSONValue.object(object))
        return true
    }
}
