import Connectly
import Foundation
import Simpu
import Walinko
@_spi(Generated) import WaybillJSON

/// Any bytes as JSON: read as a tree and as models, written, and read again.
enum JSONFuzz {
    static func fault(in bytes: [UInt8]) -> String? {
        treeFault(bytes) ?? verdictFault(bytes)
            ?? modelFault(bytes, InboundMessage.self) ?? modelFault(bytes, ContactPage.self)
            ?? modelFault(bytes, MessageStatus.self)
    }

    /// What is read and written is the same tree, and the same bytes from then on.
    private static func treeFault(_ bytes: [UInt8]) -> String? {
        guard let tree = try? JSONValue(parsing: bytes) else { return nil }
        let written = tree.serialized()
        guard let again = try? JSONValue(parsing: written) else { return "what was written cannot be read" }
        guard again == tree else { return "another tree is read than was written" }
        guard again.hashValue == tree.hashValue else { return "equal trees have different hashes" }
        return again.serialized() == written ? nil : "the same tree is written in two ways"
    }

    // MARK: Verdicts

    /// All ways through the reader agree on what is JSON, and so does Foundation.
    private static func verdictFault(_ bytes: [UInt8]) -> String? {
        let error = error(bytes)
        if error != skipError(bytes) { return "to read a document and to walk over it give different errors" }
        let keys = try? JSONValue.duplicateKeys(in: bytes)
        if (keys == nil) != (error != nil) { return "looking for keys that are there twice gives another verdict" }
        let isRefused = self.error(bytes, JSONParsingOptions(duplicateKeys: .refuse)) != nil
        if isRefused != (keys?.isEmpty != true) { return "a key that is there twice is found in one way only" }
        return foundationFault(bytes, error)
    }

    private static func error(_ bytes: [UInt8], _ options: JSONParsingOptions = .init()) -> JSONError? {
        do {
            _ = try JSONValue(parsing: bytes, options: options)
            return nil
        } catch {
            return error
        }
    }

    private static func skipError(_ bytes: [UInt8]) -> JSONError? {
        do {
            try JSONReader.read(bytes) { reader in reader.skip() }
            return nil
        } catch {
            return error
        }
    }

    /// Compares with a reader that has nothing in common with ours.
    ///
    /// It is more generous in encodings (a byte order mark, UTF-16, UTF-32), in depth (512), and takes half of a surrogate pair in
    /// places and, on Linux, a comma before the end of an array or object; it refuses numbers beyond a double, of which we
    /// keep the digits.
    private static func foundationFault(_ bytes: [UInt8], _ error: JSONError?) -> String? {
        if bytes.contains(0) || bytes.first ?? 0 >= 0x80 { return nil }
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
        guard let error else { return isJSON || hasHugeNumber(bytes) ? nil : "we take what Foundation refuses" }
        if error.reason == .depthExceeded || error.reason == .loneSurrogate || isCommaAtEnd(bytes, error) { return nil }
        return isJSON ? "we refuse what Foundation takes: \(error)" : nil
    }

    private static func isCommaAtEnd(_ bytes: [UInt8], _ error: JSONError) -> Bool {
        let next = bytes[error.offset...].first
        let isEnd = error.reason == .unexpectedByte && (next == UInt8(ascii: "]") || next == UInt8(ascii: "}"))
        return isEnd && bytes[..<error.offset].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ",")
    }

    private static func hasHugeNumber(_ bytes: [UInt8]) -> Bool {
        var open = (try? JSONValue(parsing: bytes)).map { [$0] } ?? []
        while let value = open.popLast() {
            switch value {
            case .number(let number) where number.double.map { $0 == 0 || abs($0) < 1e-290 } ?? true: return true
            case .array(let elements): open += elements
            case .object(let object): open += object.map(\.value)
            default: continue
            }
        }
        return false
    }

    // MARK: Models

    /// A model that was read can be written, read again, and is written in the same way from then on.
    private static func modelFault<Model: JSONModel>(_ bytes: [UInt8], _: Model.Type) -> String? {
        guard let model = try? Model(parsing: bytes) else { return nil }
        guard (try? JSONValue(parsing: bytes)) != nil else { return "\(Model.self) is read out of what is no JSON" }
        guard let written = try? model.serialized() else { return "\(Model.self) was read and cannot be written" }
        guard let again = try? Model(parsing: written) else { return "\(Model.self) was written and cannot be read" }
        guard (try? again.serialized()) == written else { return "\(Model.self) is written in two ways" }
        return model.json == (try? JSONValue(parsing: written)) ? nil : "\(Model.self) and its JSON differ"
    }
}
