import WaybillJSON

extension JSONValue {
    /// What stands at a dotted path of members; nil where a part of it is missing.
    func member(at path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
    }
}
