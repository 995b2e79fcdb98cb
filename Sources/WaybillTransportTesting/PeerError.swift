@_spi(Generated) package import WaybillRuntime

/// The error of the peer's client.
package struct PeerError: APIError {
    package struct Code: JSONWord {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }
    }

    package let report: FailureReport

    package init(_ report: FailureReport) { self.report = report }
}
