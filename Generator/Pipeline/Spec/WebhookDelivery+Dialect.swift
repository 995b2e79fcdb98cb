import SpecYAML

extension Kind where Value == Located<WebhookDeduplicationSpec> {
    /// By what a repeated delivery is known: a word, a field of the body, or a header.
    static var deduplication: Kind {
        .words(["signature": .signature], or: Deduplication.dialect.kind.map(\.key))
    }
}

extension Kind where Value == WebhookSignatureSpec.Timestamp {
    /// Where the signed time stands: in a header of its own, or beside the signatures.
    static var signedTime: Kind { SignedTime.dialect.kind.map(\.place) }
}

private struct Deduplication: Readable {
    var key: Located<WebhookDeduplicationSpec> = .unread

    static let dialect = Mapping<Deduplication>("webhookDeduplication", "'deduplicate'") {
        Key("field", .text("path"), absence: .described("this or `header`")) { $0.key = $1.map { .field($0) } }
            .means("The text or number of the body.")
        Key("header", .text("header name"), absence: .described("this or `field`")) { $0.key = $1.map { .header($0) } }
            .means("The header; it should be one that is signed.")
    }
    .oneOf(
        ["field"],
        ["header"],
        otherwise: "'deduplicate' needs 'field' or 'header', one of them, or the word 'signature'"
    )
}

private struct SignedTime: Readable {
    var header: Located<String>?
    var isInSignature = false
    var value: Located<String>?

    var place: WebhookSignatureSpec.Timestamp? {
        header.map { .header($0) } ?? value.map { .inSignature(value: $0) }
    }

    static let dialect = Mapping<SignedTime>("webhookTimestamp", "a webhook's 'timestamp'") {
        Key("header", .text("header name"), \.header).otherwise("this, or the other two")
            .means("The header that `{timestamp}` comes from, in seconds since 1970.")
        Key("in", .words(["signature": true]), flag: \.isInSignature).otherwise("this with `value`, or `header`")
            .means("It stands in the signature's header, beside the signatures.")
        Key("value", .text("template"), \.value).otherwise("needed with `in`")
            .means("How it stands there: `t={timestamp}`.")
    }
    .oneOf(
        ["header"],
        ["in", "value"],
        otherwise: "write '{ header: <name> }', or '{ in: signature, value: \"t={timestamp}\" }'"
    )
}
