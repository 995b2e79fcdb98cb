@_spi(Generated) package import WaybillJSON

/// What is wrong with one value, and where it stands.
package struct ValueProblem: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// It is missing.
        case missing
        /// It is of another type, or a text that is none of its format.
        case mismatch(expected: String, found: JSONType)
        /// It is not the value that is always sent.
        case notConstant(JSONValue)
        /// Nothing has this key.
        case unknown
        /// The value breaks a constraint.
        case constraint(String)
    }

    /// The place: `recipients[2].mobile_no`; empty for the whole value.
    package let path: String
    package let reason: Reason

    /// Makes a problem of a place and what is wrong there.
    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What to do, for whoever sent the value: `must be a whole number`.
    package var demand: String {
        switch reason {
        case .missing: "is required"
        case .mismatch(_, .null): "must not be null"
        case .mismatch(let expected, _): "must be \(expected)"
        case .notConstant(let constant): "must be \(constant)"
        case .unknown: "is not a field that this operation has"
        case .constraint(let demand): demand
        }
    }
}
