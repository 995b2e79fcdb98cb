@_spi(Generated) import WaybillJSON

/// The two ways through the parser, which must always agree.
enum Parsing {
    /// The error of reading a document as a tree, or nil.
    static func treeError(_ bytes: [UInt8], _ options: JSONParsingOptions = .init()) -> JSONError? {
        do {
            _ = try JSONValue(parsing: bytes, options: options)
            return nil
        } catch {
            return error
        }
    }

    /// The error of walking over a document, or nil.
    static func skipError(_ bytes: [UInt8], _ options: JSONParsingOptions = .init()) -> JSONError? {
        do {
            try JSONReader.read(bytes, options: options) { reader in reader.skip() }
            return nil
        } catch {
            return error
        }
    }

    /// Whether both ways take a document; nil when they disagree.
    static func accepts(_ bytes: [UInt8]) -> Bool? {
        let (tree, skip) = (treeError(bytes), skipError(bytes))
        return tree == skip ? tree == nil : nil
    }

    /// The error of reading one value with a primitive, or nil.
    static func error<Value>(_ text: String, _ read: (inout JSONReader) -> Value?) -> JSONError? {
        do {
            _ = try JSONReader.read(Array(text.utf8), read)
            return nil
        } catch {
            return error
        }
    }
}
