extension SpecMaker {
    /// An operation whose body is one value, text, bytes, or parts with files.
    mutating func makeBody(_ path: String) -> SpecNode {
        let (argument, other) = (name(.wire), name(.wire))
        var operation: SpecNode = ["http": .text("POST /\(path)"), "resend": "never"]
        var arguments: SpecNode = [:]
        switch chance.upTo(hasBatches ? 2 : 4) {
        case 0:
            operation["rawBody"] = [argument: "text"]
            arguments[argument] = "text"
        case 1:
            operation["rawBody"] = [argument: "bytes"]
            arguments[argument] = "AAE="
        case 2:
            operation["encoding"] = "multipart"
            operation["files"] = [argument: [:], other: ["optional": true]]
            arguments[argument] = ["name": "a.txt", "text": "a"]
            if chance.once(in: 2) { operation["body"] = [name(.wire): ["type": "string?"]] }
        default:
            let own = type()
            operation["wholeBody"] = [argument: ["type": .text(own.required)]]
            arguments[argument] = own.argument
        }
        operation["examples"] = [name(.wire): ["arguments": arguments, "status": 204]]
        return operation
    }
}
