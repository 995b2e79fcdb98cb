import SpecYAML

extension ResolvedAPI {
    /// The folder of the module for what is defined at a place: that of the file's resource, or else one by its kind.
    func folder(of location: SourceLocation) -> String {
        if let resource = resources.first(where: { $0.location.file == location.file }) { return resource.type.text }
        return webhooks.contains { $0.location.file == location.file } ? "Events" : "Models"
    }
}

extension SourceLocation {
    /// The file as headers of generated files show it: the same wherever the generator runs.
    var shownFile: String {
        let parts = file.split(separator: "/").filter { $0 != "." && $0 != ".." }
        let start = parts.lastIndex(of: "spec") ?? max(parts.count - 2, 0)
        return parts[start...].joined(separator: "/")
    }
}

extension ResolvedAPI {
    /// The documented rate in a sentence for each window.
    var rateText: String? { rates.text }
}

extension ResolvedOperation {
    /// Its own rate in a sentence for each window.
    var rateText: String? { rates.text }
}

extension [ResolvedRate] {
    fileprivate var text: String? {
        let sentences = map { $0.about ?? "\($0.limit) requests in \(DurationText.words($0.window))." }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
