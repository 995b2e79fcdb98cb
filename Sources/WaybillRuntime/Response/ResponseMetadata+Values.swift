import HTTPTypes
@_spi(Generated) public import WaybillJSON

@_spi(Generated)
extension ResponseMetadata {
    /// The value of a header field; nil where it did not come, is empty, or cannot be read.
    ///
    /// A header field is text: it is read as a string of JSON, or else as the number or truth value that it spells.
    public func headerValue<Value>(_ name: String, _ read: (inout JSONReader) -> Value?) -> Value? {
        text(of: name).flatMap { Self.value(of: $0, read) }
    }

    /// The elements of a header field that is a list (RFC 9110, section 5.6.1); nil where it did not come or is empty.
    ///
    /// Several fields of the name are one list. Blanks around an element do not count, nothing between two commas is no
    /// element, and one that cannot be read is left out.
    public func headerList<Element>(_ name: String, _ read: (inout JSONReader) -> Element?) -> [Element]? {
        text(of: name).map { text in CommaList.elements(of: text).compactMap { Self.value(of: $0, read) } }
    }

    private func text(of name: String) -> String? {
        HeaderRule.name(name).flatMap { MetadataFields.value($0, headers) }
    }

    private static func value<Value>(of text: String, _ read: (inout JSONReader) -> Value?) -> Value? {
        if let value = try? JSONReader.read(JSONValue.string(text).serialized(), read) { return value }
        return try? JSONReader.read(Array(text.utf8), read)
    }
}
