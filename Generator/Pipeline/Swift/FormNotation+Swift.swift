@_spi(Generated) import WaybillRuntime

extension FormNotation {
    /// The notation as it is made, with what is not usual.
    var layout: SwiftLayout { .call("FormNotation", arguments.map { .code($0) }) }

    /// The same on one line.
    var code: SwiftCode { "FormNotation(\(.joined(arguments, ", ")))" }

    private var arguments: [SwiftCode] {
        let usual = FormNotation()
        var arguments: [SwiftCode] = []
        if lists != usual.lists { arguments.append("lists: .\(Self.word(lists))") }
        if objects != usual.objects { arguments.append("objects: .\(Self.word(objects))") }
        return arguments
    }

    private static func word(_ lists: Lists) -> SwiftCode {
        switch lists {
        case .repeated: "repeated"
        case .brackets: "brackets"
        case .indexed: "indexed"
        case .comma: "comma"
        }
    }

    private static func word(_ objects: Objects) -> SwiftCode {
        switch objects {
        case .brackets: "brackets"
        case .dotted: "dotted"
        }
    }
}
