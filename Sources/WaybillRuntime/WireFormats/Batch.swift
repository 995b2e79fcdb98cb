@_spi(Generated) public import WaybillJSON

/// A list of which each element is read by itself: one that cannot be read does not spoil the others.
///
/// As a collection it has the elements that could be read; the others are ``failures``. It is written as the elements
/// alone.
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
    /// Writes the elements as an array.
    public func encode(to writer: inout JSONWriter) { elements.encode(to: &writer) }
}
