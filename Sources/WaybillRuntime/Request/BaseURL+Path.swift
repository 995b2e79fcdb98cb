@_spi(Generated)
extension BaseURL {
    /// Checks a URL, and puts a path behind it before which nothing of the API lies.
    /// - Parameters:
    ///   - url: The URL as the user gave it.
    ///   - argument: The name under which an error speaks of it.
    ///   - path: The path, with placeholders in braces.
    ///   - values: The values of the placeholders, one segment each.
    /// - Throws: ``ConfigurationError`` with the name of the argument and what is wrong; never the value itself.
    public init(
        parsing url: String,
        argument: String,
        path: String,
        values: [PathValue]
    ) throws(ConfigurationError) {
        for value in values {
            if let fault = value.fault { throw ConfigurationError(option: value.argument, reason: fault) }
        }
        let base = try BaseURL(parsing: url, argument: argument)
        let filled = PathTemplate.fill(path, values.map { ($0.name, PercentEncoding.encode($0.value)) }).path
        try self.init(parsing: base.text + filled, argument: argument)
    }
}
