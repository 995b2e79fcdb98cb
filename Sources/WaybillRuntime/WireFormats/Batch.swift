@_spi(Generated) public import WaybillJSON

/// A list of which each element is read by itself: one that cannot be read does not spoil the others.
///
/// As a collection it has the elements that could be read; the others are ``failures``. Both are written, in the places that
/// they came from.
public struct Batch<Element: Sendable>: Sendable {
    /// The elements that could be read, in order.
    public var elements: [Element]

    /// What could not be read, in order.
    public let failures: [BatchFailure]

    /// Makes a batch; by hand, for requests, tests and previews, there are no failures.
    public init(_ elements: [Element], failures: [BatchFailure] = []) {
        self.elements = elements
        self.failures = failures
    }
}

extension Batch: RandomAccessCollection {
    /// The position of the first element.
    public var startIndex: Int { elements.startIndex }

    /// The position after the last element.
    public var endIndex: Int { elements.endIndex }

    /// The element at a position among those that could be read; not its position in the list on the wire.
    public subscript(position: Int) -> Element { elements[position] }
}

extension Batch: Equatable where Element: Equatable {}

extension Batch: Hashable where Element: Hashable {}

extension Batch: ExpressibleByArrayLiteral {
    /// Makes a batch without failures.
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Batch: JSONWritable where Element: JSONWritable {
    /// Writes the elements as an array, and what could not be read in its own places.
    public func encode(to writer: inout JSONWriter) {
        encode(to: &writer) { $1.encode(to: &$0) }
    }
}

extension Batch {
    /// Writes each element with a closure, and what could not be read between them.
    func encode(to writer: inout JSONWriter, _ each: (inout JSONWriter, Element) -> Void) {
        writer.beginArray()
        var rest = elements[...]
        var index = 0
        for failure in failures {
            while index < failure.index, let element = rest.popFirst() {
                each(&writer, element)
                index += 1
            }
            failure.json.encode(to: &writer)
            index += 1
        }
        for element in rest { each(&writer, element) }
        writer.endArray()
    }
}
