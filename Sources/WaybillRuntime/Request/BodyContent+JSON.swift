@_spi(Generated) import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form in which a body with files is kept: a list of pieces.
extension BodyContent {
    /// Reads the pieces; nil after the fault of what is no piece.
    init?(from reader: inout JSONReader) {
        self.init()
        guard let pieces = reader.list({ Self.piece(&$0) }) else { return nil }
        for piece in pieces { append(piece) }
    }

    private static func piece(_ reader: inout JSONReader) -> Piece? {
        let object = reader.object() ?? JSONObject()
        if let data = object["base64"]?.stringValue.flatMap({ Data(base64Encoded: $0) }) { return .bytes(Array(data)) }
        if let path = object["file"]?.stringValue, let count = object["count"]?.intValue, count >= 0,
            let modified = object["modified"]?.intValue
        {
            return .file(BodyFile(path: path, count: count, modified: Int64(modified)))
        }
        reader.fail(expected: "a piece of a body, in Base64 or with a file's path, length and time of change")
        return nil
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        for piece in pieces {
            writer.beginObject()
            switch piece {
            case .bytes(let bytes): writer.member("base64", Data(bytes).base64EncodedString())
            case .file(let file):
                writer.member("file", file.path)
                writer.member("count", file.count)
                writer.member("modified", Int(file.modified))
            }
            writer.endObject()
        }
        writer.endArray()
    }
}
