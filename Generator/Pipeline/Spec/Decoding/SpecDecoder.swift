public import SpecYAML

/// Turns the files of one spec into a `Spec`: api.yaml first, then the resources in the order in which clients name them.
public struct SpecDecoder: Sendable {
    /// Makes a decoder; it keeps nothing from one spec to the next.
    public init() {}

    /// Reads all files and adds what is wrong with them to the diagnostics.
    ///
    /// Returns nil if no file says which API this is. What could not be read is left out together with the mapping around
    /// it, and `isWhole` is false: most rules would only complain about what is missing then. A whole spec can still have
    /// errors, such as an unknown key: validate it, so that all are reported together, and ask the diagnostics.
    /// - Parameter unread: The paths of the files that could not be parsed, and are reported.
    public func decode(
        _ documents: [(file: SourceFile, root: YAMLNode)],
        unread: Set<String> = [],
        into diagnostics: inout DiagnosticCollector
    ) -> (spec: Spec, isWhole: Bool)? {
        var log = DecodingLog()
        defer { diagnostics.merge(log.diagnostics) }
        for document in documents { TextGuard.check(document.root, into: &log) }
        let all = documents.sorted { $0.file.path < $1.file.path }
        let sorted = all.filter { FilePart(of: $0.file.path) == nil }
        let roots = sorted.filter(\.root.isAPI)
        guard let first = roots.first else {
            // It may be the file that could not be parsed.
            if unread.isEmpty { missingAPI(sorted.first?.file.path ?? "api.yaml", into: &log) }
            return nil
        }
        for other in roots.dropFirst() { secondAPI(other.root, first: first.root, into: &log) }
        var spec = Spec()
        let isNamed = read(first, others: sorted.filter { !$0.root.isAPI }, into: &spec, &log)
        let decoder = PartDecoder(files: sorted, unread: unread)
        for document in all {
            guard let part = FilePart(of: document.file.path) else { continue }
            decoder.decode(part, document, into: &spec, &log)
        }
        log.keep(in: &spec)
        spec.allCertainty = log.certainty.sorted { $0.location < $1.location }
        return isNamed ? (spec, !log.hasLosses) : nil
    }

    /// Reads the files that are whole; false if no name of the API was read.
    private func read(
        _ api: (file: SourceFile, root: YAMLNode),
        others: [(file: SourceFile, root: YAMLNode)],
        into spec: inout Spec,
        _ log: inout DecodingLog
    ) -> Bool {
        let isNamed = Spec.dialect.read(member(api.root), into: &spec, &log)
        spec.errors.completeForm()
        var collector = DefinitionCollector()
        collector.add(spec.definitions, into: &log)
        for document in ordered(others, by: spec.clients) {
            let file = decode(document.root, into: &log)
            if let resource = file.resource { spec.resources.append(resource) }
            collector.add(file.definitions, into: &log)
        }
        for index in spec.resources.indices {
            spec.resources[index].completeEncodings(spec.encoding)
            if let usual = spec.queryEncoding?.value { spec.resources[index].completeQueries(usual) }
        }
        checkResources(spec.resources, into: &log)
        spec.definitions = collector.definitions
        return isNamed
    }

    /// A file that is not api.yaml; without the keys of a resource it has definitions only.
    private func decode(
        _ root: YAMLNode,
        into log: inout DecodingLog
    ) -> (resource: ResourceSpec?, definitions: DefinitionsSpec) {
        guard ["resource", "operations", "waiters"].contains(where: { root[$0] != nil }) else {
            var definitions = DefinitionsSpec()
            _ = DefinitionsSpec.dialect.read(member(root), into: &definitions, &log)
            return (nil, definitions)
        }
        var file = ResourceFile()
        let name = root["resource"]?.scalar?.text ?? ""
        let isNamed = log.within(name) { ResourceFile.dialect.read(member(root), into: &file, &$0) }
        file.resource.completeBodies()
        return (isNamed ? file.resource : nil, file.definitions)
    }

    private func member(_ root: YAMLNode) -> YAMLMember {
        YAMLMember(key: "", keyLocation: root.location, value: root)
    }

    private func ordered(
        _ documents: [(file: SourceFile, root: YAMLNode)],
        by clients: [Named<ClientSpec>]
    ) -> [(file: SourceFile, root: YAMLNode)] {
        let names = clients.flatMap { $0.value.resources.map(\.value) }
        let ranked = documents.enumerated().map { index, document in
            let name = document.root["resource"]?.scalar?.text
            return (rank: name.flatMap(names.firstIndex) ?? names.count, index: index, document: document)
        }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.document)
    }

    private func checkResources(_ resources: [ResourceSpec], into log: inout DecodingLog) {
        for (index, resource) in resources.enumerated() {
            guard let first = resources[..<index].first(where: { $0.name == resource.name }) else { continue }
            log.complain(
                .duplicateDefinition,
                "the resource \(SpecText.quoted(resource.name.value)) has two files; make them one",
                at: resource.name.location,
                notes: [Diagnostic.Note(message: "the first file", location: first.name.location)]
            )
        }
    }
}

// MARK: - Messages

extension SpecDecoder {
    private func missingAPI(_ path: String, into log: inout DecodingLog) {
        log.lose(
            .missingFile,
            "no file says 'waybill: 1'; add api.yaml, which begins so",
            at: SourceLocation(file: path, line: 1, column: 1, endLine: 1, endColumn: 1)
        )
    }

    private func secondAPI(_ root: YAMLNode, first: YAMLNode, into log: inout DecodingLog) {
        log.lose(
            .duplicateDefinition,
            "a spec has one file with 'waybill:' and 'api:'; make the two one",
            at: root.mapping?.first?.keyLocation ?? root.location,
            notes: [Diagnostic.Note(message: "the first one", location: first.location)]
        )
    }
}

extension YAMLNode {
    /// Whether a file begins as api.yaml does.
    var isAPI: Bool { self["waybill"] != nil || self["api"] != nil }
}
