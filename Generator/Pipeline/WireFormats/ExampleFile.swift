@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file as the arguments of an example write it, and the sandbox reads it: its name, its type, and text or Base64.
struct ExampleFile {
    let name: String
    let type: String?
    /// What it has, where it is text.
    let text: String?
    let bytes: [UInt8]

    /// Reads a file; nil where a member is missing or there are others.
    init?(_ object: JSONObject) {
        guard let name = object["name"]?.stringValue,
            object.keys.allSatisfy({ ["name", "type", "text", "base64"].contains($0) }),
            object["type"] == nil || object["type"]?.stringValue != nil
        else { return nil }
        self.name = name
        type = object["type"]?.stringValue
        switch (object["text"]?.stringValue, object["base64"]?.stringValue.flatMap { Data(base64Encoded: $0) }) {
        case (let text?, nil): (self.text, bytes) = (text, Array(text.utf8))
        case (nil, let data?): (text, bytes) = (nil, Array(data))
        default: return nil
        }
    }

    /// The same as the runtime has it.
    var file: FormFile {
        switch (text, type) {
        case (let text?, let type?): FormFile(name: name, contentType: type, text: text)
        case (let text?, nil): FormFile(name: name, text: text)
        case (nil, let type?): FormFile(name: name, contentType: type, bytes: bytes)
        case (nil, nil): FormFile(name: name, bytes: bytes)
        }
    }

    /// A file that came, as the arguments of an example write it.
    static func object(name: String, type: String, _ bytes: [UInt8]) -> JSONObject {
        ["name": .string(name), "type": .string(type), "base64": .string(Data(bytes).base64EncodedString())]
    }
}
