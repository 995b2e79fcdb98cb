import Pipeline
import WaybillJSON

extension JSONValue {
    /// What stands at a dotted path.
    func value(at path: String) -> JSONValue? { DottedPath(path).value(in: self) }
}
