import HTTPTypes
import WaybillTesting

extension RecordedRequest {
    /// The method's name.
    var verb: String { method.rawValue }

    /// Every header as a line, sorted, so that none can be overlooked.
    var headerLines: [String] {
        headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
    }
}
