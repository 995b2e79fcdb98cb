@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The body of an operation's requests: an object, as JSON or as a form, or one value that is all of it.
package struct RequestBody: Sendable {
    /// Why bytes are no body.
    package enum Fault: Error {
        case json(JSONError)
        /// They are no form; the text says what is wrong with them.
        case form(String)
        /// They are no parts; the text says what is wrong with them.
        case parts(String)
        /// They are no text.
        case text
    }

    /// What it has; empty: there is no body.
    package let members: [ResolvedMember]
    /// The fields of which at least one has to be given; empty: all of them may be missing.
    package let alternatives: [ResolvedField]
    /// The argument for members that the spec does not name, where callers are to fill it.
    package let additionalProperties: String?
    package let encoding: BodyEncoding
    /// Whether the only member is the whole body, and not a member of an object.
    package let isWhole: Bool
    /// The media type that the spec gives it; nil: that of the encoding.
    package let contentType: String?

    init(_ operation: OperationSpec, _ definitions: Definitions) {
        let members = definitions.members(operation.body)
        self.members = members
        alternatives = operation.atLeastOneOf.compactMap { name in
            members.lazy.compactMap(\.field).first { $0.name == name.value }
        }
        additionalProperties = operation.additionalProperties?.value
        encoding = operation.encoding?.value ?? .json
        isWhole = operation.hasWholeBody
        contentType = operation.contentType?.value
    }

    /// Whether requests have no body.
    package var isEmpty: Bool { members.isEmpty && !isOpen }

    /// Whether members that the spec does not name are expected.
    package var isOpen: Bool { additionalProperties != nil }

    /// The media type that requests name; nil where they have no body and the spec gives none.
    package var mediaType: String? { contentType ?? (isEmpty ? nil : encoding.mediaType) }

    /// The value that a body's bytes stand for; the caller says that it has to be an object.
    ///
    /// A value that is the whole body is the only member of that object.
    /// - Parameter mediaType: The Content-Type that came with it, where that says how to read it.
    package func value(of bytes: [UInt8], _ mediaType: String = "") throws(Fault) -> JSONValue {
        let value = try document(of: bytes, mediaType)
        guard isWhole, let name = members.first?.wireName else { return value }
        return .object([name: value])
    }

    /// The bytes of an object; nil where a value that is all of them is missing, or of another type.
    /// - Throws: The first value that has no place in a form.
    func bytes(of object: JSONObject) throws(FormFault) -> [UInt8]? {
        switch encoding {
        case .json:
            guard isWhole else { return JSONValue.object(object).serialized() }
            return members.first.flatMap { object[$0.wireName] }?.serialized()
        case .form(let notation): return Array(try FormWriter.text(of: object, as: notation).utf8)
        case .multipart: return try multipart(object)
        case .text: return members.first.flatMap { object[$0.wireName]?.stringValue }.map { Array($0.utf8) }
        case .bytes:
            return members.first.flatMap { object[$0.wireName]?.stringValue }
                .flatMap { Data(base64Encoded: $0) }.map(Array.init)
        }
    }

    /// The bytes as generated tests have them, where chance stands still.
    private func multipart(_ object: JSONObject) throws(FormFault) -> [UInt8]? {
        var fields = object
        var files: [(name: String, file: FormFile)] = []
        for member in fileMembers {
            if let file = fields[member.wireName]?.objectValue.flatMap(ExampleFile.init) {
                files.append((member.wireName, file.file))
            }
            fields[member.wireName] = nil
        }
        let texts = try FormWriter.fields(of: fields, as: FormNotation())
        let boundary = "----" + String(repeating: "0", count: 32)
        return MultipartWriter.content(
            of: texts,
            files: files,
            boundary: MultipartWriter.boundary(boundary, besides: texts, files)
        ).bytes
    }

    /// The members that are files.
    package var fileMembers: [ResolvedMember] { members.filter { $0.field?.type.unwrapped == .format(.file) } }

    private func parts(of bytes: [UInt8], _ mediaType: String) throws(Fault) -> JSONValue {
        let parts: [MultipartReader.Part]
        do throws(MultipartReader.Problem) {
            parts = try MultipartReader.parts(of: bytes, mediaType)
        } catch {
            throw .parts(error.text)
        }
        let names = fileMembers.map(\.wireName)
        var fields: [(name: String, value: String)] = []
        var files = JSONObject()
        for part in parts {
            if names.contains(part.name) || part.fileName != nil {
                guard files[part.name] == nil else { throw .parts("two files have the name \(part.name)") }
                let type = part.contentType ?? "application/octet-stream"
                files[part.name] = .object(ExampleFile.object(name: part.fileName ?? "", type: type, part.bytes))
            } else if let text = String(validating: part.bytes, as: UTF8.self) {
                fields.append((part.name, text))
            } else {
                throw .parts("\(part.name) is no text")
            }
        }
        do throws(FormTree.Problem) {
            let tree = try FormTree(fields, FormNotation())
            let others = members.filter { member in !names.contains(member.wireName) }
            var object = FormReader(notation: FormNotation()).object(tree, others)
            for (name, file) in files { object[name] = file }
            return .object(object)
        } catch {
            throw .parts(error.text)
        }
    }

    private func document(of bytes: [UInt8], _ mediaType: String) throws(Fault) -> JSONValue {
        switch encoding {
        case .json:
            do throws(JSONError) {
                return try JSONValue(parsing: bytes, options: JSONParsingOptions(duplicateKeys: .refuse))
            } catch {
                throw .json(error)
            }
        case .multipart: return try parts(of: bytes, mediaType)
        case .text:
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .text }
            return .string(text)
        case .bytes: return .string(Data(bytes).base64EncodedString())
        case .form(let notation):
            do throws(FormTree.Problem) {
                let tree = try FormTree(FormTree.fields(of: bytes), notation)
                return .object(FormReader(notation: notation).object(tree, members))
            } catch {
                throw .form(error.text)
            }
        }
    }

    /// How the fields of a form are encoded; nil for JSON, and for what is no form.
    func canonicalText(of bytes: [UInt8]) -> String? {
        guard case .form = encoding else { return nil }
        return (try? FormTree.fields(of: bytes)).map { FormText.text(of: $0) }
    }

    /// The bytes of a body as an example shows them: a form may have a line for each field.
    func text(shownAs text: String) -> String {
        guard case .form = encoding else { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: "&")
    }
}

extension RequestBody.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .json(let error): "not JSON: \(error)"
        case .form(let problem): "no form: \(problem)"
        case .parts(let problem): "not made of parts: \(problem)"
        case .text: "no text: it has bytes that are no UTF-8"
        }
    }
}
