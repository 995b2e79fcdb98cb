@_spi(Generated) import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form in which a body with files is kept: a list of pieces.
extension BodyContent {
    /// Reads the pieces, all of them; nil after the fault of what is no piece.
    init?(from reader: inout JSONReader) {
        self.init()
        for value in reader.value()?.arrayValue ?? [nil] {
            guard let piece = Self.piece(value) else {
                reader.fail(
                    expected: "the pieces of a body, in Base64 or with a file's path, length and time of change"
                )
                return nil
            }
            append(piece)
        }
    }

    private static func piece(_ value: JSONValue) -> Piece? {
        if let data = value["base64"]?.stringValue.flatMap({ Data(base64Encoded: $0) }) { return .bytes(Array(data)) }
        guard let path = value["file"]?.stringValue, let count = value["count"]?.intValue, count >= 0,
            let modified = value["modified"]?.intValue
        else { return nil }
        return .file(BodyFile(path: path, count: count, modified: Int64(modified)))
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
