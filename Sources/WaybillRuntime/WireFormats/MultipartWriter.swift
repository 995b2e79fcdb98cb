/// Writes the body of a request that is `multipart/form-data` (RFC 7578).
@_spi(Generated)
public enum MultipartWriter {
    /// Writes fields, and behind them files.
    ///
    /// Values and files stand in it as they are; in names line breaks and quotation marks are escaped as browsers do
    /// (HTML Standard, section 4.10.21.8).
    /// - Parameter boundary: What separates the parts, and stands in none of them.
    public static func content(
        of fields: [(name: String, value: String)],
        files: [(name: String, file: FormFile)],
        boundary: String
    ) -> BodyContent {
        var content = BodyContent()
        var text = ""
        for field in fields {
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(field.name))\"\r\n\r\n"
            text += "\(field.value)\r\n"
        }
        for (name, file) in files {
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(name))\""
            text += "; filename=\"\(escaped(file.name))\"\r\nContent-Type: \(file.contentType)\r\n\r\n"
            content.append(text)
            switch file.content {
            case .bytes(let bytes): content.append(.bytes(bytes))
            case .file(let file): content.append(.file(file))
            }
            text = "\r\n"
        }
        content.append("\(text)--\(boundary)--\r\n")
        return content
    }

    /// A boundary that stands in none of the values and bytes: the one that is given, with further digits where it does.
    ///
    /// A file on the disk is not read for it: no file has 128 random bits by chance.
    public static func boundary(
        _ boundary: String,
        besides fields: [(name: String, value: String)],
        _ files: [(name: String, file: FormFile)]
    ) -> String {
        var boundary = boundary
        let contents = fields.map { Array($0.value.utf8) } + files.compactMap(\.file.bytes)
        // RFC 2046, section 5.1.1: at most 70 characters.
        while boundary.utf8.count < 70, contents.contains(where: { contains(boundary, $0) }) { boundary += "0" }
        return boundary
    }

    private static func contains(_ boundary: String, _ bytes: [UInt8]) -> Bool {
        let mark = Array("--\(boundary)".utf8)
        var rest = bytes[...]
        while let start = rest.firstIndex(of: mark[0]) {
            rest = rest[start...]
            if rest.starts(with: mark) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// By scalar, since a quotation mark and an accent behind it are one character.
    private static func escaped(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            case "\"": text += "%22"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
