/// An object of an API with typed properties; every generated model conforms.
public protocol JSONModel: JSONWritable, Sendable, Hashable {
    /// Reads a model; nil only after the reader has recorded a fault.
    init?(from reader: inout JSONReader)

    /// Writes the model as one object, with its members in the order of the spec.
    func encode(to writer: inout JSONWriter)
}

extension JSONModel {
    /// Reads a model from a document.
    /// - Throws: The first fault, with the model's name, path and offset.
    public init(parsing bytes: [UInt8], options: JSONParsingOptions = .init()) throws(JSONError) {
        self = try JSONReader.read(bytes, options: options) { Self(from: &$0) }
    }

    /// Reads a model from a value.
    /// - Throws: The first fault; its offset is that in the value's compact form.
    public init(json: JSONValue) throws(JSONError) {
        self = try JSONReader.read(json.serialized()) { Self(from: &$0) }
    }

    /// The model as JSON: the properties that have a value, and the unknown members as they came.
    ///
    /// It is not the very object that was read: a known member that came as null is left out, and a value is written as
    /// this library writes it. An answer's own bytes are in its `http.body`.
    /// A number that JSON cannot express stands as null here; ``serialized()`` throws instead.
    public var json: JSONValue { written }

    /// The model as compact JSON; the same model always gives the same bytes.
    /// - Throws: A fault with its path, when a number is not finite.
    public func serialized() throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        encode(to: &writer)
        return try writer.finish(model: "\(Self.self)")
    }
}
