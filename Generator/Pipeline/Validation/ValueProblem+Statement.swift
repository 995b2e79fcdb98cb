import SpecYAML
@_spi(Generated) import WaybillJSON

extension ValueProblem {
    /// What is wrong, for the author of the spec: `'device_id' is text, not a whole number`.
    var statement: String {
        let place = path.isEmpty ? "the value" : SpecText.quoted(path)
        switch reason {
        case .missing: return "\(place) is missing"
        case .mismatch(let expected, let found): return "\(place) is \(found.noun), not \(expected)"
        case .notConstant: return "\(place) is not the constant"
        case .unknown: return "\(place) is no field"
        case .constraint(let demand): return "\(place) \(demand)"
        }
    }
}
