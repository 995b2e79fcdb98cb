@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

extension JSONValue {
    /// What stands at a dotted path.
    func value(at path: String) -> JSONValue? { DottedPath(path).value(in: self) }
}
