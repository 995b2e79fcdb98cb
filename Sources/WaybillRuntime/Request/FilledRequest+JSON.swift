import HTTPTypes
@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form in which a filled request is kept: one object, the body as text, byte for byte, or in Base64 where it is no text.
/// Of a file on the disk it has the path, the length and the time of its change: it is read again when the request is sent, and
/// has to be the same.
///
/// Members that this release does not know are ignored; another `version` is refused. Version 2 has a body in Base64, and version
/// 3 one with files, which a release that knows only earlier ones would leave out.
extension FilledRequest: JSONModel {
    private static let versions = 1...3

    /// Reads a request that was kept.
    ///
    /// What would go to another host than its base URL's, or could smuggle a header field, is refused.
    public init?(from reader: inout JSONReader) {
        Self.checkVersion(&reader)
        var members = KeptMembers()
        reader.beginObject("FilledRequest")
        while reader.nextKey() { members.read(from: &reader) }
        guard !reader.hasFailed, let request = members.request(&reader) else { return nil }
        self = request
    }

    /// Writes all that is needed to send it again, and no credential.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        let bytes = body
        let text = bytes.flatMap { String(validating: $0, as: UTF8.self) }
        writer.member("version", bytes == nil && content != nil ? 3 : bytes != nil && text == nil ? 2 : 1)
        writer.member("api", api)
        writer.member("operation", operation)
        writer.member("method", method)
        writer.member("resend", resend.rawValue)
        writer.member("base_url", baseURL)
        writer.member("url", url)
        writer.key("headers")
        writer.beginObject()
        for field in headers {
            writer.key(field.name.rawName)
            writer.value(field.value)
        }
        writer.endObject()
        writer.member("idempotency_key", idempotencyKey)
        writer.member("idempotency_key_lifetime_ms", idempotencyKeyLifetime.map { Int(clamping: $0.milliseconds) })
        if let text {
            writer.member("body", text)
        } else if let bytes {
            writer.member("body_base64", Data(bytes).base64EncodedString())
        } else if let content {
            writer.key("body_parts")
            content.encode(to: &writer)
        }
        if !isAuthenticated { writer.member("authenticated", false) }
        writer.endObject()
    }

    /// Looks for the version before anything else: of another format nothing may be read as if it were this one.
    private static func checkVersion(_ reader: inout JSONReader) {
        let mark = reader.mark()
        var version: Int?
        reader.beginObject("FilledRequest")
        while reader.nextKey() {
            guard reader.isKey("version") else {
                reader.skip()
                continue
            }
            version = reader.int()
            if let version, !Self.versions.contains(version) {
                reader.fail(expected: "1 to 3, the versions that this release reads; another release wrote this one")
            }
        }
        if version == nil { reader.missing("version") }
        if !reader.hasFailed { reader.restore(mark) }
    }
}

/// The members of a kept request, as far as they have been read.
private struct KeptMembers {
    var api: String?
    var operation: String?
    var method: OperationDefinition.Method?
    var resend: ResendPolicy?
    var baseURL: BaseURL?
    var url: String?
    var headers = HTTPFields()
    var idempotencyKey: String?
    var idempotencyKeyLifetime: Duration?
    var body: BodyContent?
    var isAuthenticated = true

    /// Reads the current member.
    mutating func read(from reader: inout JSONReader) {
        switch reader.currentKey() {
        case "api": api = reader.string()
        case "operation": operation = reader.string()
        case "method":
            method = reader.string().flatMap { .init(rawValue: $0) }
            if method == nil { reader.fail(expected: "a method that operations have") }
        case "resend":
            resend = reader.string().flatMap { .init(rawValue: $0) }
            if resend == nil { reader.fail(expected: "safe, keyed, documented or never") }
        case "base_url":
            baseURL = reader.string().flatMap { try? BaseURL(parsing: $0, argument: "") }
            if baseURL == nil { reader.fail(expected: "a URL that a client can have") }
        case "url": url = reader.string()
        case "headers": readHeaders(&reader)
        case "idempotency_key": idempotencyKey = reader.string()
        case "idempotency_key_lifetime_ms":
            idempotencyKeyLifetime = reader.int().map { .milliseconds($0) }
        case "authenticated":
            // What cannot be read is no leave to send credentials.
            isAuthenticated = reader.bool() ?? false
        case "body": body = reader.string().map { BodyContent(Array($0.utf8)) }
        case "body_base64":
            body = reader.string().flatMap { Data(base64Encoded: $0) }.map { BodyContent(Array($0)) }
            if body == nil { reader.fail(expected: "Base64") }
        case "body_parts": body = BodyContent(from: &reader)
        default: reader.skip()
        }
    }

    /// The runtime's own fields say what is sent and what is expected; those of the connection are the transport's.
    private mutating func readHeaders(_ reader: inout JSONReader) {
        for (key, value) in reader.object() ?? JSONObject() {
            guard let name = HeaderRule.name(key), let text = value.stringValue,
                HeaderRule.fault(inValue: text) == nil,
                name == .accept || name == .contentType || !HeaderRule.reservedNames.contains(name.canonicalName)
            else { return reader.fail(expected: "the header fields of an operation") }
            headers[name] = text
        }
    }

    /// The request; nil after the fault of what is missing or does not fit together was recorded.
    func request(_ reader: inout JSONReader) -> FilledRequest? {
        if api == nil { reader.missing("api") }
        if operation == nil { reader.missing("operation") }
        if method == nil { reader.missing("method") }
        if resend == nil { reader.missing("resend") }
        if baseURL == nil { reader.missing("base_url") }
        if url == nil { reader.missing("url") }
        guard let api, let operation, let method, let resend, let baseURL, let url else { return nil }
        guard baseURL.isAtSameHost(url) else {
            reader.fail(expected: "a request to the host of its base URL")
            return nil
        }
        return FilledRequest(
            api: api,
            operation: operation,
            method: method.rawValue,
            baseURL: baseURL.text,
            url: url,
            headers: headers,
            content: body,
            idempotencyKey: idempotencyKey,
            resend: resend,
            isAuthenticated: isAuthenticated,
            idempotencyKeyLifetime: idempotencyKeyLifetime
        )
    }
}
