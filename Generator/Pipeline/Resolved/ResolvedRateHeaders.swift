/// The header fields in which answers tell the rate.
package struct ResolvedRateHeaders: Sendable, Hashable {
    /// Those of one window.
    package struct Window: Sendable, Hashable {
        /// The API's name of the window; nil for the one that has none.
        package let name: String?
        package let limit: String?
        package let remaining: String?
        package let reset: Reset?

        /// Whether it has any.
        package var isEmpty: Bool { limit == nil && remaining == nil && reset == nil }
    }

    /// The field that tells when a window begins anew.
    package struct Reset: Sendable, Hashable {
        package typealias Form = RateResetSpec.Form

        package let header: String
        package let form: Form
    }

    /// Those of the window without a name.
    package let own: Window
    /// Those of windows with names.
    package let windows: [Window]
    /// Whether `RateLimit` and `RateLimit-Policy` are sent.
    package let isStandard: Bool

    /// All windows that have fields.
    package var all: [Window] { ([own] + windows).filter { !$0.isEmpty } }

    /// Whether there is none.
    package var isEmpty: Bool { all.isEmpty && !isStandard }

    /// Whether an answer can tell of more than one window.
    package var hasSeveral: Bool { isStandard || all.count > 1 }
}

extension ResolvedRateHeaders {
    init(_ spec: RateLimitSpec) {
        own = Window(nil, spec.own)
        windows = spec.windows.map { Window($0.name.value, $0.value) }
        isStandard = spec.isStandard
    }
}

extension ResolvedRateHeaders.Window {
    fileprivate init(_ name: String?, _ spec: RateHeadersSpec) {
        self.init(
            name: name,
            limit: spec.limit?.value,
            remaining: spec.remaining?.value,
            reset: spec.reset.map { ResolvedRateHeaders.Reset(header: $0.header.value, form: $0.form.value) }
        )
    }
}
