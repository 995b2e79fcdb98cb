/// A request model with constraints of its own.
@_spi(Generated)
public protocol ArgumentCheckable {
    /// Checks the model's properties, each named by `path` and its own name.
    func check(_ arguments: inout ArgumentChecker, at path: String)
}
