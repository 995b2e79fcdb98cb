import SpecYAML
import WaybillJSON

/// A part of the spec that is read key by key: it begins without any, and is given to nobody if a required one is not read.
protocol Readable: Sendable {
    /// A part of which nothing is read yet.
    init()

    /// Keeps what the author says of how certain the part is; false: a part around it has to.
    mutating func keep(_ certainty: [Certainty]) -> Bool
}

extension Readable {
    func keep(_ certainty: [Certainty]) -> Bool { false }
}

/// A part that keeps what the author says of how certain it and its own small parts are.
protocol Qualified: Readable {
    var certainty: [Certainty] { get set }
}

extension Qualified {
    mutating func keep(_ certainty: [Certainty]) -> Bool {
        self.certainty += certainty
        return true
    }
}

/// A value that can stand for itself until it is read.
protocol Unread: Sendable {
    /// What stands there before reading.
    static var unread: Self { get }
}

extension Located where Value: Unread {
    /// A value that is yet to be read.
    static var unread: Located { Located(.unread, at: .unread) }
}

extension SourceLocation: Unread {
    static var unread: SourceLocation { SourceLocation(file: "", line: 0, column: 0, endLine: 0, endColumn: 0) }
}

extension Bool: Unread { static var unread: Bool { false } }
extension Double: Unread { static var unread: Double { 0 } }
extension Int: Unread { static var unread: Int { 0 } }
extension String: Unread { static var unread: String { "" } }
extension [UInt8]: Unread { static var unread: [UInt8] { [] } }
extension JSONObject: Unread { static var unread: JSONObject { JSONObject() } }
extension TypeExpression: Unread { static var unread: TypeExpression { .format(.json) } }
