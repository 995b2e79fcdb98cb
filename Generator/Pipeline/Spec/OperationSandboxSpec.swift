import SpecYAML
public import WaybillJSON

/// How the sandbox behaves on one operation.
///
/// It starts from the operation's first example of a success, lays the request's fields of the same names over it, then the
/// stored record (`load`), then `set`; a null in `set` blanks the example, and no stored value. Of the result the answer has
/// the members that the returned model or the example has; the stored record keeps them all. Texts are templates:
/// `{hex32}`, `{uuid}`, `{now}`, `{counter}`, `{body.a.b}`, `{item.a}`, `{parameter}`, and the names of members that the
/// answer already has. A text that is one placeholder alone takes the value as it is, not as text.
public struct OperationSandboxSpec: Sendable, Readable {
    /// The collection into which the answer is stored, and under which key.
    public var store: Store?
    /// The collection from which a record is read; without one the answer is 404.
    public var load: Reference?
    /// What a request with a known idempotency key is answered with, where that is no plain replay; the payload may then
    /// be another one.
    public var `repeat`: Repeat?
    /// One element of the answer for each element of a list in the body.
    public var each: Each?
    /// Members that are set on the answer.
    public var set: Located<JSONObject>?

    /// A record of a collection.
    public struct Reference: Sendable, Readable {
        /// The name of the collection, the same for all operations of a resource.
        public var collection: Located<String> = .unread
        /// The template of the key.
        public var key: Located<String> = .unread

        static let dialect = Mapping<Reference>("load", "'load'") {
            Key(required: "from", .text("name"), \.collection)
                .means("The collection, which an operation of this resource stores into.")
            Key(required: "as", .text("template"), \.key).means("The record's key.")
        }
    }

    /// Where a record is stored, and how it changes each time that it is read.
    public struct Store: Sendable, Readable {
        /// The collection and the key under which it is stored.
        public var record = Reference()
        /// For each dotted path the values that follow each other, one a read; the last one stays.
        public var moves: [Named<Located<[JSONValue]>>] = []

        static let dialect = Mapping<Store>("store", "'store'") {
            Key(required: "in", .text("name"), \.record.collection).means("The collection.")
            Key(required: "as", .text("template"), \.record.key).means("The record's key.")
            Key("moves", .named(.array, by: "path"), \.moves)
                .means("The values that follow each other, one a read; the last one stays.")
        }
    }

    /// The answer to a repeated request.
    public struct Repeat: Sendable, Readable {
        /// The status of the repeated answer.
        public var status: Located<Int> = .unread
        /// Members that are set on the first answer.
        public var set: Located<JSONObject>?

        static let dialect = Mapping<Repeat>("repeat", "'repeat'") {
            Key(required: "status", .status, \.status).means("The status.")
            Key("set", .object, \.set).means("Members that are set on the first answer.")
        }
    }

    /// One element of the answer for each element of a list in the body.
    public struct Each: Sendable, Readable {
        /// The field of the body that holds the list.
        public var over: Located<String> = .unread
        /// The member of the answer that takes the elements.
        public var into: Located<String> = .unread
        /// The template of one element.
        public var item: Located<JSONObject> = .unread
        /// Where each element is stored.
        public var store: Store?

        static let dialect = Mapping<Each>("each", "'each'") {
            Key(required: "over", .text("field"), \.over).means("The body's list.")
            Key(required: "into", .text("member"), \.into)
                .means("The path of the answer's list; `.` where the answer is the list.")
            Key(required: "item", .object, \.item).means("The element.")
            Key("store", Store.dialect.kind, \.store).means("Where each element is stored.")
        }
    }

    static let dialect = Mapping<OperationSandboxSpec>("operationSandbox", "an operation's 'sandbox'") {
        Key("store", Store.dialect.kind, \.store).means("Where the answer is stored.")
        Key("load", Reference.dialect.kind, \.load).means("Which record is read; without it the answer is 404.")
        Key("repeat", Repeat.dialect.kind, \.repeat).otherwise("a replay")
            .means("What a known idempotency key is answered with.")
        Key("each", Each.dialect.kind, \.each)
            .means("One element of the answer for each element of a list in the body.")
        Key("set", .object, \.set).means("Members that are set on the answer.")
    }
}
