import WaybillRuntime

extension JSONValue {
    /// The string, or the digits of the number, at a dotted path; nil where there is none.
    func scalar(at path: String) -> String? {
        let value = path.split(separator: ".").reduce(self as JSONValue?) { $0?[String($1)] }
        return value?.stringValue ?? value?.numberValue?.text
    }
}
