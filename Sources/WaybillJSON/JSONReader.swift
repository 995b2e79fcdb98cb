/// A cursor over a document, for the models' initialisers in generated code.
///
/// Its error is sticky: the first fault wins, and moves the position to the end, so that loops stop and generated code
/// needs no `try`. Only the outermost ``read(_:options:_:)`` decides whether there is a value. Every primitive is
/// outlined, which keeps generated models quick to compile.
///
/// Nobody outside the module can build one, and it cannot be copied, so the document's bytes cannot outlive it.
public struct JSONReader: ~Copyable {
    /// What went wrong first, with its path still to be found.
    struct Fault {
        let offset: Int
        let reason: JSONError.Reason
        let member: String?
        let model: StaticString?
    }

    let bytes: JSONBytes
    let maximumDepth: Int
    let refusesDuplicateKeys: Bool

    /// Offset of the next byte to be read.
    @usableFromInline var position = 0
    /// Number of arrays and objects that are open.
    @usableFromInline var depth = 0
    /// True between a container's first bracket and its first member or element: no comma is due.
    var isAtFirst = false
    /// Where the value that was read last begins.
    var valueStart = 0
    /// The object and the model being read, for errors.
    var objectStart = 0
    var model: StaticString?
    var key = JSONKeySpan()
    var fault: Fault?
    /// What could not be read, and is no fault.
    var unread: [UnreadMember] = []
    /// How many elements of lists and maps were left out.
    var droppedElements = 0
    /// The kinds of the containers inside a value that is being skipped; kept for its capacity.
    var skipped: [Bool] = []
    /// Paths of the keys that appeared twice; nil when nobody asks.
    var duplicatePaths: [String]?

    init(_ bytes: JSONBytes, maximumDepth: Int, refusesDuplicateKeys: Bool) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.refusesDuplicateKeys = refusesDuplicateKeys
    }

    /// Whether a fault has been recorded; everything read since then is meaningless.
    @_spi(Generated) public var hasFailed: Bool { mutating get { fault != nil } }

    /// Records a fault unless there is one already, and moves to the end.
    @inline(never)
    mutating func fail(_ reason: JSONError.Reason, at offset: Int, member: String? = nil) {
        if fault == nil {
            fault = Fault(offset: min(offset, bytes.count), reason: reason, member: member, model: model)
        }
        position = bytes.count
    }

    /// Records that the grammar does not allow what stands at an offset.
    @inline(never)
    mutating func failSyntax(at offset: Int) {
        fail(offset >= bytes.count ? .unexpectedEnd : .unexpectedByte, at: offset)
    }

    /// Records that a member which the model cannot do without is absent or null.
    ///
    /// To be asked after the object's last member.
    @_spi(Generated) @inline(never)
    public mutating func missing(_ key: StaticString) {
        fail(.missing(key: "\(key)"), at: objectStart, member: "\(key)")
    }

    /// Records that the value just read is of the right type but not what the model has there.
    /// - Parameter expected: What it should have been, with its article: "an RFC 3339 timestamp".
    @_spi(Generated) @inline(never)
    public mutating func fail(expected: StaticString) {
        fail(.invalidValue(expected: "\(expected)"), at: valueStart)
    }

    /// Moves over space, tab, line feed and carriage return (RFC 8259, section 2).
    @inline(__always)
    mutating func skipWhitespace() {
        if bytes[position] <= 0x20 { skipLongWhitespace() }
    }

    @inline(never)
    private mutating func skipLongWhitespace() {
        while true {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    /// The error for the recorded fault.
    func error(_ fault: Fault) -> JSONError {
        var path = JSONPath(to: fault.offset, in: bytes)
        if let member = fault.member { path.append(member) }
        return JSONError(
            offset: fault.offset,
            path: path.text,
            reason: fault.reason,
            model: fault.model.map { "\($0)" }
        )
    }
}
