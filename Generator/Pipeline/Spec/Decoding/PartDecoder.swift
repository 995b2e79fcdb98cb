import SpecYAML

/// Reads the files that hold a part of another one: what the sandbox does, and how other languages make a call.
struct PartDecoder {
    /// The files that are whole.
    let files: [(file: SourceFile, root: YAMLNode)]
    /// The paths of those that cannot be read, and are reported already.
    let unread: Set<String>

    /// Adds what a file holds to the parts of the spec that it is said of.
    func decode(
        _ part: FilePart,
        _ document: (file: SourceFile, root: YAMLNode),
        into spec: inout Spec,
        _ log: inout DecodingLog
    ) {
        let path = part.owner(of: document.file.path)
        guard !unread.contains(path) else { return log.lose() }
        guard let owner = files.first(where: { $0.file.path == path }) else {
            return log.complain(.filePart, missing(path, part), at: document.root.start)
        }
        let member = YAMLMember(key: "", keyLocation: document.root.location, value: document.root)
        if owner.root.isAPI, part == .sandbox {
            return log.reading(&spec, [], besides: []) { spec, log in
                log.within(part.rawValue) { _ = APISandboxSpec.dialect.read(member, into: &spec.sandbox, &$0) }
            }
        }
        guard let operations = owner.root["operations"]?.mapping else {
            let name = owner.root.location.fileName
            let message = "\(name) has no operations; remove this file, or name it after the file of a resource"
            return log.complain(.filePart, message, at: document.root.start)
        }
        log.within(owner.root["resource"]?.scalar?.text ?? "") { log in
            log.within("operations") { log in
                for member in document.root.mapping ?? [] {
                    decode(part, member, operations.map(\.key), ofFile: path, into: &spec, &log)
                }
            }
        }
    }

    /// - Parameter names: The operations that the file has.
    private func decode(
        _ part: FilePart,
        _ member: YAMLMember,
        _ names: [String],
        ofFile path: String,
        into spec: inout Spec,
        _ log: inout DecodingLog
    ) {
        guard names.contains(member.key) else {
            return log.complain(.filePart, unknown(member.key, among: names), at: member.keyLocation)
        }
        // Of an operation that cannot be read this is read all the same, for what is wrong in it.
        var lost = OperationSpec()
        let resource = spec.resources.firstIndex { $0.name.location.file == path }
        let index = resource.flatMap { spec.resources[$0].operations.firstIndex { $0.name.value == member.key } }
        log.within(member.key) { log in
            guard let resource, let index else { return read(part, member, into: &lost, &log) }
            read(part, member, into: &spec.resources[resource].operations[index].value, &log)
        }
    }

    private func read(
        _ part: FilePart,
        _ member: YAMLMember,
        into operation: inout OperationSpec,
        _ log: inout DecodingLog
    ) {
        log.reading(&operation, [], besides: []) { operation, log in
            log.within(part.rawValue) { log in
                switch part {
                case .sandbox: operation.sandbox = OperationSandboxSpec.dialect.decode(member, into: &log)
                case .like: operation.like = OperationSpec.likeKind.decode(member, &log) ?? []
                }
            }
        }
    }

    private func missing(_ path: String, _ part: FilePart) -> String {
        let names = files.map { part.path(beside: $0.root.location.fileName) }
        let location = SourceLocation(file: path, line: 1, column: 1, endLine: 1, endColumn: 1)
        let name = part.path(beside: location.fileName)
        let fix = Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
        return "no file \(SpecText.quoted(location.fileName)) stands beside this one; "
            + (fix ?? "name it after the file that it belongs to")
    }

    private func unknown(_ name: String, among names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "there are \(names.joined(separator: ", "))"
        return "no operation \(SpecText.quoted(name)); \(fix)"
    }
}

extension YAMLNode {
    /// The place of its first key.
    fileprivate var start: SourceLocation { mapping?.first?.keyLocation ?? location }
}
