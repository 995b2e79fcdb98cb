@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

struct StoredRecord: Sendable {
    /// What is known of it: the request's fields below the whole answer.
    var value: JSONObject
    /// The values that follow each other at a dotted path.
    var moves: [(path: DottedPath, values: [JSONValue])] = []
    /// How often it was read.
    var reads = 0

    /// Advances the record by one step, and returns it; the last step stays.
    mutating func read(_ scope: inout TemplateScope) -> JSONObject {
        var document = JSONValue.object(value)
        for move in moves where reads < move.values.count {
            move.path.set(scope.render(move.values[reads]), in: &document)
        }
        reads += 1
        value = document.objectValue ?? value
        return value
    }
}
