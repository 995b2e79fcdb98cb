public import WaybillJSON

/// How the sandbox behaves on one operation.
///
/// It starts from the operation's first example of a success, lays the request's fields of the same names over it, then the
/// stored record (`load`), then `set`; a null in `set` blanks the example, and no stored value. Of the result the answer has
/// the members that the returned model or the example has; the stored record keeps them all. Texts are templates:
/// `{hex32}`, `{uuid}`, `{now}`, `{counter}`, `{body.a.b}`, `{item.a}`, `{parameter}`, and the names of members that the
/// answer already has. A text that is one placeholder alone takes the value as it is, not as text.
public struct OperationSandboxSpec: Sendable {
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
    public struct Reference: Sendable {
        /// The collection.
        public var collection: Located<String>
        /// The template of the key.
        public var key: Located<String>

        /// Names a record.
        public init(collection: Located<String>, key: Located<String>) {
            self.collection = collection
            self.key = key
        }
    }

    /// Where a record is stored, and how it changes each time that it is read.
    public struct Store: Sendable {
        /// The record.
        public var record: Reference
        /// For each dotted path the values that follow each other, one a read; the last one stays.
        public var moves: [Named<Located<[JSONValue]>>] = []

        /// Stores a record that does not change.
        public init(record: Reference) {
            self.record = record
        }
    }

    /// The answer to a repeated request.
    public struct Repeat: Sendable {
        /// Its status.
        public var status: Located<Int>
        /// Members that are set on the first answer.
        public var set: Located<JSONObject>?

        /// Answers with another status.
        public init(status: Located<Int>) {
            self.status = status
        }
    }

    /// One element of the answer for each element of a list in the body.
    public struct Each: Sendable {
        /// The body's list.
        public var over: Located<String>
        /// The answer's list.
        public var into: Located<String>
        /// The element.
        public var item: Located<JSONObject>
        /// Where each element is stored.
        public var store: Store?

        /// Makes elements from a template.
        public init(over: Located<String>, into: Located<String>, item: Located<JSONObject>) {
            self.over = over
            self.into = into
            self.item = item
        }
    }

    /// Makes a behaviour that only answers the example.
    public init() {}
}
