import HTTPTypes
package import WaybillTesting

extension RecordedRequest {
    /// The method's name.
    package var verb: String { method.rawValue }

    /// Every header as a line, sorted, so that none can be overlooked.
    package var headerLines: [String] {
        headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
    }
}
