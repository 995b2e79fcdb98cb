/// What has happened to a declaration that programs can use.
package struct SymbolChange: Sendable, Hashable {
    /// The name with its owners, without its parameters.
    let path: String
    /// The parameter that it is about; nil: the declaration itself.
    var label: String?
    /// The declaration as it was; nil: it is new.
    package let old: String?
    /// The declaration as it is; nil: it is gone.
    package let new: String?
    package let verdict: SwiftVerdict
    /// What that means for a program.
    package let reason: String
}

/// What a change means for programs that are compiled against the library.
package enum SwiftVerdict: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing.
    case none
    /// There is something new to use.
    case adds
    /// It compiles with a new warning.
    case warns
    /// A program that used it does not compile.
    case breaks

    package static func < (left: SwiftVerdict, right: SwiftVerdict) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
