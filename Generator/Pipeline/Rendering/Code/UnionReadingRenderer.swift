@_spi(Generated) import WaybillJSON

/// Writes the body of the initialiser that reads a union: by what tells the shapes apart, never by trying them.
struct UnionReadingRenderer {
    func write(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        writer.line("let start = reader.mark()")
        writer.line("var shape: \(type: union.identifier)?")
        switch union.discriminator {
        case .key: writeByKey(union, to: &writer)
        case .jsonType: writeByType(union, to: &writer)
        case .tag(let key): writeByTag(union, key, to: &writer)
        case .member: writeByMember(union, to: &writer)
        case .status: writeByStatus(union, to: &writer)
        case .field, .header: break
        }
        writer.line("if shape == nil { shape = reader.unrecognized(since: start).map { .unrecognized($0) } }")
        writer.line("guard let shape else { return nil }")
        writer.line("self = shape")
    }

    private func writeByKey(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        writer.block("if reader.peekType() == .object") { writer in
            writer.line("reader.beginObject(\(literal: union.identifier.text))")
            writer.block("while reader.nextKey()") { writer in
                writer.line("switch reader.keyLength {")
                let shapes = union.cases.sorted { $0.wireName.utf8.count < $1.wireName.utf8.count }
                for shape in shapes {
                    let key = shape.wireName
                    writer.line("case \(key.utf8.count) where shape == nil && reader.isKey(\(literal: key)):")
                    let read = shape.type.read("reader")
                    // Not by a trailing closure: the value's type decides which model is read.
                    writer.indented { writer in
                        writer.line("let value: \(shape.type.code)? = \(read)")
                        writer.line("shape = value.map { .\(member: shape.identifier)($0) }")
                    }
                }
                writer.line("default: reader.skipBesideShape()")
                writer.line("}")
            }
        }
    }

    private func writeByType(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        writer.line("switch reader.peekType() {")
        var seen: Set<String> = []
        for shape in union.cases {
            let types = jsonTypes(shape.type).filter { seen.insert($0.text).inserted }
            guard !types.isEmpty else { continue }
            writer.line("case \(.joined(types, ", ")):")
            writer.indented { write(shape, to: &$0) }
        }
        writer.line("default: break")
        writer.line("}")
    }

    private func writeByTag(_ union: Reference<ResolvedUnion>, _ key: String, to writer: inout SwiftWriter) {
        writer.line("switch reader.peekString(\(literal: key)) {")
        for shape in union.cases {
            writer.line("case \(literal: shape.wireName):")
            writer.indented { writer in
                let keyword: SwiftCode = union.value.tagHolder(shape) == nil ? "let" : "var"
                writer.line("\(keyword) value: \(shape.type.code)? = \(shape.type.read("reader"))")
                if let holder = union.value.tagHolder(shape) {
                    // The case says it already; decoded and hand-made values are to be equal.
                    writer.line("value?.\(member: holder)[\(literal: key)] = nil")
                }
                writer.line("shape = value.map { .\(member: shape.identifier)($0) }")
            }
        }
        writer.line("default: break")
        writer.line("}")
    }

    private func writeByMember(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        writer.block("if reader.peekType() == .object") { writer in
            for (number, shape) in union.cases.enumerated() {
                let start: SwiftCode = number == 0 ? "if" : "} else if"
                if let key = shape.presentKey {
                    writer.line("\(start) reader.hasValue(\(literal: key)) {")
                } else {
                    writer.line("} else {")
                }
                writer.indented { write(shape, to: &$0) }
            }
            writer.line("}")
        }
    }

    private func writeByStatus(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        writer.line("switch status {")
        for shape in union.cases {
            let ranges = shape.statuses.map { range -> SwiftCode in
                range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)...\(range.upperBound)"
            }
            writer.line("case \(.joined(ranges, ", ")):")
            writer.indented { write(shape, to: &$0) }
        }
        writer.line("default: break")
        writer.line("}")
    }

    private func write(_ shape: ResolvedCase, to writer: inout SwiftWriter) {
        writer.line("let value: \(shape.type.code)? = \(shape.type.read("reader"))")
        writer.line("shape = value.map { .\(member: shape.identifier)($0) }")
    }

    private func jsonTypes(_ type: ResolvedType) -> [SwiftCode] {
        type.jsonTypes.map { type in
            switch type {
            case .string: ".string"
            case .number: ".number"
            case .bool: ".bool"
            case .array: ".array"
            case .object, .null, .invalid: ".object"
            }
        }
    }
}
