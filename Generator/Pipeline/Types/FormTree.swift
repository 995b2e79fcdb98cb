import SpecYAML
@_spi(Generated) import WaybillRuntime

/// The fields of a form by the parts of their names: `to[line]=a` is the member `line` of the member `to`.
struct FormTree {
    /// Why a text is no form.
    struct Problem: Error {
        let text: String
    }

    /// How deep names go; deeper ones are refused, as JSON of such a depth is.
    private static let deepest = 128

    /// The values that stand here, each from a field of this very name.
    private(set) var values: [String] = []
    /// The keys of what stands below, in the order of the fields.
    private(set) var keys: [String] = []
    private var trees: [FormTree] = []
    private var places: [String: Int] = [:]

    /// A tree with nothing.
    init() {}

    /// A tree with one value.
    init(value: String) {
        values = [value]
    }

    /// Puts fields where their names lead.
    init(_ fields: [(name: String, value: String)], _ notation: FormNotation) throws(Problem) {
        for (name, value) in fields {
            guard let path = Self.path(of: name, notation), path.count <= Self.deepest else {
                throw Problem(text: "no field can have the name \(SpecText.quoted(name))")
            }
            guard add(value, at: path[...]) else {
                throw Problem(text: "\(SpecText.quoted(name)) has both a value and members")
            }
        }
    }

    /// What stands below under a key.
    subscript(key: String) -> FormTree? { places[key].map { trees[$0] } }

    /// What stands below.
    var members: [(key: String, tree: FormTree)] { zip(keys, trees).map { ($0, $1) } }

    /// Adds a value; false where it would stand beside members, or a member beside a value.
    private mutating func add(_ value: String, at path: ArraySlice<String>) -> Bool {
        guard let key = path.first else {
            values.append(value)
            return keys.isEmpty
        }
        guard values.isEmpty else { return false }
        let place = places[key] ?? keys.count
        if place == keys.count {
            keys.append(key)
            trees.append(FormTree())
            places[key] = place
        }
        return trees[place].add(value, at: path.dropFirst())
    }

    // MARK: - Text

    /// The fields of a form, decoded (URL Standard, section 5.1, but what is no escape or no UTF-8 is refused).
    static func fields(of bytes: [UInt8]) throws(Problem) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for (index, field) in bytes.split(separator: UInt8(ascii: "&")).enumerated() {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), let value = parts.count > 1 ? decoded(parts[1]) : "" else {
                throw Problem(text: "a broken escape, or bytes that are no UTF-8, in field \(index + 1)")
            }
            fields.append((name, value))
        }
        return fields
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return String(validating: spaced, as: UTF8.self).flatMap { PercentDecoding.decode($0) }
    }

    /// The parts of a name: `to[line]` is `to`, `line`; nil where there is none, or its brackets do not fit together.
    private static func path(of name: String, _ notation: FormNotation) -> [String]? {
        let parts =
            notation.objects == .dotted ? name.split(separator: ".", omittingEmptySubsequences: false) : [name[...]]
        let hasBrackets = notation.separators.contains("[")
        var path: [String] = []
        for part in parts {
            guard let keys = hasBrackets ? bracketed(part) : [String(part)] else { return nil }
            path += keys
        }
        return path.first?.isEmpty == true ? nil : path
    }

    private static func bracketed(_ name: Substring) -> [String]? {
        let parts = name.split(separator: "[", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.contains("]") else { return nil }
        var path = [String(first)]
        for part in parts.dropFirst() {
            guard part.last == "]", !part.dropLast().contains("]") else { return nil }
            path.append(String(part.dropLast()))
        }
        return path
    }
}
