@_spi(Generated) import WaybillRuntime

/// Reads the body of a request that is `multipart/form-data` (RFC 7578; RFC 2046, section 5.1).
struct MultipartReader {
    /// One field or file.
    struct Part {
        let name: String
        /// The name of the file; nil for a field.
        let fileName: String?
        let contentType: String?
        let bytes: [UInt8]
    }

    /// Why bytes are no such body.
    struct Problem: Error {
        let text: String
    }

    private let bytes: [UInt8]
    private let mark: [UInt8]
    private var position = 0

    /// The parts of a body, in their order.
    /// - Parameter mediaType: The request's Content-Type, which has the boundary.
    static func parts(of bytes: [UInt8], _ mediaType: String) throws(Problem) -> [Part] {
        guard let boundary = parameter("boundary", of: mediaType), !boundary.isEmpty else {
            throw Problem(text: "its Content-Type has no boundary")
        }
        var reader = MultipartReader(bytes: bytes, mark: Array("--\(boundary)".utf8))
        return try reader.read()
    }

    private mutating func read() throws(Problem) -> [Part] {
        guard bytes.starts(with: mark) else { throw Problem(text: "it does not begin with its boundary") }
        position = mark.count
        var parts: [Part] = []
        while !isAt("--") {
            guard isAt("\r\n") else { throw Problem(text: "part \(parts.count + 1) does not begin after its boundary") }
            position += 2
            parts.append(try part(parts.count + 1))
        }
        return parts
    }

    /// One part, up to the next boundary.
    private mutating func part(_ number: Int) throws(Problem) -> Part {
        guard let end = place(of: Array("\r\n".utf8) + mark) else {
            throw Problem(text: "part \(number) has no end")
        }
        let content = bytes[position..<end]
        position = end + 2 + mark.count
        let blank = Array("\r\n\r\n".utf8)
        guard let split = content.indices.first(where: { content[$0...].starts(with: blank) }),
            let head = String(validating: content[..<split], as: UTF8.self)
        else { throw Problem(text: "part \(number) has no header fields") }
        var fields: [String: String] = [:]
        for line in head.split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { throw Problem(text: "part \(number) has a line that is no header field") }
            fields[pair[0].lowercased()] = String(pair[1].drop { $0 == " " })
        }
        let disposition = fields["content-disposition"] ?? ""
        guard disposition.hasPrefix("form-data;"), let name = Self.parameter("name", of: disposition) else {
            throw Problem(text: "part \(number) has no name")
        }
        return Part(
            name: name,
            fileName: Self.parameter("filename", of: disposition),
            contentType: fields["content-type"],
            bytes: Array(content[(split + blank.count)...])
        )
    }

    private func isAt(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private func place(of pattern: [UInt8]) -> Int? {
        var place = position
        while let next = bytes[place...].firstIndex(of: pattern[0]) {
            if bytes[next...].starts(with: pattern) { return next }
            place = next + 1
        }
        return nil
    }

    /// A parameter of a header field's value, without the quotes and the escapes of browsers.
    private static func parameter(_ name: String, of value: String) -> String? {
        for part in parameters(of: value) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).lowercased().filter({ $0 != " " }) == name else { continue }
            let isQuoted = pair[1].first == "\""
            let text = String(isQuoted ? pair[1].dropFirst().prefix { $0 != "\"" } : pair[1])
            return text.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%22", with: "\"")
        }
        return nil
    }

    /// What stands between semicolons that are not quoted; by scalar, as bytes stand there.
    private static func parameters(of value: String) -> [Substring.UnicodeScalarView] {
        var isQuoted = false
        let parts = value.unicodeScalars.split(omittingEmptySubsequences: false) { scalar in
            if scalar == "\"" { isQuoted.toggle() }
            return scalar == ";" && !isQuoted
        }
        return parts.map { Substring($0).unicodeScalars }
    }
}
