/// A request model with constraints of its own, or a list or dictionary of such models.
@_spi(Generated)
public protocol ArgumentCheckable {
    /// Checks the model's properties, each named by `path` and its own name.
    func check(_ arguments: inout ArgumentChecker, at path: String)
}

@_spi(Generated)
extension Array: ArgumentCheckable where Element: ArgumentCheckable {
    /// Checks each element; violations name its place: `recipients[2].mobileNo`.
    public func check(_ arguments: inout ArgumentChecker, at path: String) {
        for (index, element) in enumerated() { element.check(&arguments, at: "\(path)[\(index)]") }
    }
}

@_spi(Generated)
extension Dictionary: ArgumentCheckable where Key == String, Value: ArgumentCheckable {
    /// Checks each value, in the order of the keys; the keys themselves are not shown.
    public func check(_ arguments: inout ArgumentChecker, at path: String) {
        for (_, value) in sorted(by: { $0.key < $1.key }) { value.check(&arguments, at: "\(path)[…]") }
    }
}
