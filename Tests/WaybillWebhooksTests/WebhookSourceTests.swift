import Foundation
import Testing

/// Checks that read the verifier's own source.
@Suite struct WebhookSourceTests {
    private static let sources: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/Sources"
    }()

    private func lines(_ file: String) throws -> [String] {
        try String(contentsOfFile: "\(Self.sources)/\(file)", encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test("W37 Signatures are compared in one place, by Swift Crypto, in constant time")
    func comparisons() throws {
        let files = try ["WaybillSigning", "WaybillWebhooks"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(Self.sources)/\(folder)").map { "\(folder)/\($0)" }
        }
        #expect(files.count > 15)
        let comparing = ["==", "!=", "elementsEqual", "starts(with", "~=", "hasPrefix", "lexicographically", "memcmp"]
        var found: [String] = []
        for file in files {
            for line in try lines(file) where !line.hasPrefix("//") && comparing.contains(where: { line.contains($0) })
            {
                found.append(line)
            }
        }
        // Everything else that is compared is known to whoever sends the request, or is no part of it.
        #expect(
            found.sorted()
                == [
                    #"codes.firstIndex { expected == $0 }"#,
                    #"public var isPEM: Bool { signature != .hs256 }"#,
                    #"case .secret(let hash)?: return hash.firstMatch(among: [signature], signing: [message]) != nil"#,
                    #"guard let start = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") && $0.hasSuffix("PRIVATE KEY-----") }),"#,
                    #"let end = lines[start...].firstIndex(where: { $0.hasPrefix("-----END ") })"#,
                    #"guard configured == nil, scheme.tolerance == nil else {"#,
                    #"guard item.count > prefix.count + suffix.count, item.starts(with: prefix),"#,
                    #"guard parts.count == 2 else { return nil }"#,
                    #"guard presented.timestamp == nil else { return false }"#,
                    #"guard scheme.timestamp != nil else { return presented }"#,
                    #"guard values.count == 1, let value = values.first, (1...longestField).contains(value.utf8.count) else {"#,
                    #"if character == UInt8(ascii: "=") {"#,
                    #"if template.placeholders.contains("timestamp") != (scheme.timestamp != nil) {"#,
                    #"if timestampItem == nil || scheme.separator == .none {"#,
                    #"item.suffix(suffix.count).elementsEqual(suffix)"#,
                    #"let timestamp = definition.scheme.timestamp == nil ? nil : String(seconds(now))"#,
                    #"let id = definition.scheme.id == nil ? nil : id ?? "msg_" + String(clock.random(), radix: 36)"#,
                    #"if template.placeholders.contains("id"), scheme.id == nil {"#,
                    #"return padding <= 2 && held / 2 == padding && bits < 1 ? bytes : nil"#,
                    #"high = high == nil ? value : nil"#,
                    #"let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }"#,
                    #"guard scheme.timestamp != nil else {"#,
                    #"if least == parent { return }"#,
                    #"var isRecognized: Bool { unrecognizedEvent == nil }"#,
                    #"fault(in: secret) == nil ? bytes(secret) : nil"#,
                    #"if secret.last?.isNewline == true { return "ends in a line break; was it read from a file?" }"#,
                    #"if secret.first?.isWhitespace == true || secret.last?.isWhitespace == true {"#,
                    #"if secret.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "contains a control character" }"#,
                    #"scalar.properties.isWhitespace || scalar.properties.generalCategory == .control"#,
                    #"if let prefix, text.utf8.starts(with: prefix.utf8) { text = Substring(text.utf8.dropFirst(prefix.utf8.count)) }"#,
                    #"guard verdict == .claimedInPlaceOfDone else { return nil }"#,
                    #"if done[key] != nil { return .done }"#,
                    #"if lease.claim != claim { return .busy }"#,
                    #"guard leases[key]?.claim == claim else { return false }"#,
                    #"if leases[key]?.claim == claim { leases[key] = nil }"#,
                    #"if leases[first.key]?.end == first.end { leases[first.key] = nil }"#,
                    #"leaseEnds.removeAll { leases[$0.key]?.end != $0.end }"#,
                    #"let isDER = bytes.starts(with: SigningCurve.privateKeyHeader)"#,
                    #"let isDER = bytes.starts(with: curve.publicKeyHeader)"#,
                    #"return [SigningCurve.ed25519, .p256].contains { bytes.starts(with: $0.publicKeyHeader) }"#,
                    #"private static func isBlock(_ text: String) -> Bool { text.utf8.starts(with: "-----".utf8) }"#,
                    #"guard lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----" else { return nil }"#,
                    #"return names.contains(key) || keyBytes(given) != nil"#,
                    #"guard method == challenge.method.rawValue, body.count <= verifier.bodyLimit else { return nil }"#,
                    #"let texts = fields.filter { $0.name == name }"#,
                    #"if challenge.when.isEmpty { return members(challenge.from) != nil }"#,
                    #"return challenge.when.allSatisfy { members($0.name) == $0.text }"#,
                    #"return hash.firstMatch(among: [hash.code([Array(given.utf8)])], signing: [Array(token.utf8)]) != nil"#,
                    #"let bytes = element == nil && definition.body == .json ? payload.body : json()?.serialized() ?? []"#,
                    #"isElement = element != nil"#,
                    #"if rest.isEmpty, text.last == "." { return nil }"#,
                    #"guard rest.isEmpty || rest.first == "." else { return nil }"#,
                    #"guard let path = WebhookBatchPath(text), definition.body == .json else {"#,
                    #"guard let batch = verifier.batch, document.fault == nil, let json = document.json else { return nil }"#,
                    #"guard document.fault == nil else { return { _ in nil } }"#,
                    #"case .json: WebhookDocument(json: body, asTree: batch != nil)"#,
                    #"if outline == nil {"#,
                    #"if path.keys.count == 1 { return outline.text(of: key) { $0.scalar() } }"#,
                    #"var json: JSONValue? { outline == nil ? tree : form.json(of: body) }"#,
                    #"fault = fields == nil ? UnreadMember(path: "", reason: "the body is no form") : nil"#,
                    #"guard message.webhook == verifier.definition.name else { throw .otherWebhook(message.webhook) }"#,
                    #"if result == .claimed { try await work(delivery, transaction) }"#,
                    #"if template.placeholders.contains("form"), definition.body != .form {"#,
                    #"return ["http", "https"].contains(text[..<colon].lowercased()) && rest.starts(with: "://".utf8)"#,
                    #"if left.name.lexicographicallyPrecedes(right.name) { return true }"#,
                    #"if right.name.lexicographicallyPrecedes(left.name) { return false }"#,
                    #"return left.value.lexicographicallyPrecedes(right.value)"#,
                    #"private static func escapes(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "%") }"#,
                    #"private static func isPlus(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") }"#,
                    #"guard isKnown, pieces.firstIndex(where: isBody).map({ $0 + 1 }) == pieces.count else { return nil }"#,
                    #"if SignedValue.joined(value.of, by: value.join, given) != nil, value.bytes(given) == nil { return false }"#,
                ].sorted()
        )
    }

    @Test("W36 The documentation says that a signature alone does not keep copies out")
    func documentation() throws {
        let verifier = try lines("WaybillWebhooks/WebhookVerifier.swift").joined(separator: " ")
        #expect(verifier.contains("Where the service signs no timestamp"))
        let payload = try lines("WaybillWebhooks/VerifiedPayload.swift").joined(separator: " ")
        #expect(payload.contains("does not keep anyone from"))
        let store = try lines("WaybillWebhooks/DeduplicationStore.swift").joined(separator: "\n")
        #expect(store.contains("ON CONFLICT") && store.contains("NX GET PX") && store.contains("at least once"))
    }
}
