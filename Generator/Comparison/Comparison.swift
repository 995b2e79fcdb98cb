package import Pipeline
package import SpecYAML

/// What has changed between two versions of one API, and what that means.
package struct Comparison: Sendable {
    /// The API's name.
    package let name: String
    /// Every change once, in the order of the new version's elements.
    package private(set) var changes: [JudgedChange]
    /// Declarations that have changed without a change of the spec that explains it.
    package let otherSymbols: [SymbolChange]

    /// Compares two versions.
    /// - Parameters:
    ///   - oldFiles: The files of the old version, in which the lines of keys are found.
    ///   - newFiles: Those of the new version.
    package init(
        _ old: ResolvedAPI,
        _ new: ResolvedAPI,
        oldFiles: [SourceFile] = [],
        newFiles: [SourceFile] = []
    ) {
        name = new.name
        let elements = ElementComparison(ElementBuilder(old).element(), ElementBuilder(new).element())
        let surface = SurfaceComparison(SwiftSurface(render(old)), SwiftSurface(render(new)))
        let classification = Classification(types: TypeCompatibility(renames: elements.renames))
        var attribution = Attribution(elements.changes)
        let symbols = attribution.assign(surface.changes)
        let places = (old: KeyPlaces(oldFiles), new: KeyPlaces(newFiles))
        changes = zip(elements.changes, symbols).map { change, symbols in
            JudgedChange(
                change,
                classification.finding(of: change),
                symbols,
                old: change.old.map { places.old.place(of: change.fact?.key ?? "", in: $0) },
                new: change.new.map { places.new.place(of: change.fact?.key ?? "", in: $0) }
            )
        }
        otherSymbols = attribution.rest
    }

    /// An API that is new.
    package init(added api: ResolvedAPI) {
        let name = api.module.text
        let symbol = SymbolChange(path: name, old: nil, new: "module", verdict: .adds, reason: "It is new.")
        self.init(api, .partAdded, symbol) { .added($0) }
    }

    /// An API that is gone.
    package init(removed api: ResolvedAPI) {
        let name = api.module.text
        let symbol = SymbolChange(path: name, old: "module", new: nil, verdict: .breaks, reason: "It is gone.")
        self.init(api, .partRemoved, symbol) { .removed($0) }
    }

    private init(
        _ api: ResolvedAPI,
        _ finding: Finding,
        _ symbol: SymbolChange,
        form: (SpecElement) -> SpecChange.Form
    ) {
        name = api.name
        let element = ElementBuilder(api).element()
        let change = SpecChange(form: form(element), owners: [element])
        changes = [JudgedChange(change, finding, [symbol], old: change.old?.location, new: change.new?.location)]
        otherSymbols = []
    }

    /// Whether nothing has changed.
    package var isEmpty: Bool { changes.isEmpty && otherSymbols.isEmpty }

    /// Leaves out what somebody has accepted.
    package mutating func silence(_ isAccepted: (JudgedChange) -> Bool) { changes.removeAll(where: isAccepted) }

    /// The change of version that is owed.
    package var owedVersion: OwedVersion {
        if changes.contains(where: { $0.swift == .breaks }) || otherSymbols.contains(where: { $0.verdict == .breaks }) {
            return .major
        }
        if changes.contains(where: { !$0.isQuiet }) || !otherSymbols.isEmpty { return .minor }
        return changes.isEmpty ? .none : .patch
    }
}
