#if os(Linux)

/// The bytes of a request's body, which note when they are first read.
///
/// AsyncHTTPClient reads a `Collection` only when a connection is there and the head has been written to it. A
/// `RandomAccessCollection` it would copy at once, hence this is none; it moves over its indices in constant time all
/// the same.
struct MarkedBody: Collection, Sendable {
    let bytes: [UInt8]
    let mark: SendingMark

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    subscript(position: Int) -> UInt8 {
        mark.take()
        return bytes[position]
    }

    func index(after index: Int) -> Int { index + 1 }

    func index(_ index: Int, offsetBy distance: Int) -> Int { index + distance }

    func index(_ index: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {
        bytes.index(index, offsetBy: distance, limitedBy: limit)
    }

    func distance(from start: Int, to end: Int) -> Int { end - start }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        mark.take()
        return try bytes.withContiguousStorageIfAvailable(body)
    }
}
#endif
