// From a JSON list of texts on the standard input: a list of what Yams reads, in the notation of record.py.

import Foundation
import Yams

func notation(_ text: String) -> String {
    guard let data = try? JSONEncoder().encode([text]) else { return "error" }
    let element = String(decoding: data, as: UTF8.self).dropFirst().dropLast()
    return element.replacingOccurrences(of: "\\/", with: "/")
}

func notation(_ node: Node) -> String {
    switch node {
    case .mapping(let mapping):
        "{" + mapping.map { "\(notation($0.key)): \(notation($0.value))" }.joined(separator: ", ") + "}"
    case .sequence(let elements): "[" + elements.map(notation).joined(separator: ", ") + "]"
    case .scalar, .alias: value(node.any)
    }
}

func value(_ value: Any) -> String {
    switch value {
    case is NSNull: "null"
    case let bool as Bool: "\(bool)"
    case is Date: "date"
    case let text as String: notation(text)
    default: "\(value)"
    }
}

let input = FileHandle.standardInput.readDataToEndOfFile()
let readings = try JSONDecoder().decode([String].self, from: input).map { text in
    do { return try Yams.compose(yaml: text).map(notation) ?? "null" } catch { return "error" }
}
print(String(decoding: try JSONEncoder().encode(readings), as: UTF8.self))
