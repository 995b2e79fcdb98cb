@_spi(Generated) import WaybillRuntime

extension JSONValue {
    /// The string, or the digits of the number, at a dotted path; nil where there is none.
    func scalar(at path: DottedPath) -> String? {
        let value = path.value(in: self)
        return value?.stringValue ?? value?.numberValue?.text
    }
}
