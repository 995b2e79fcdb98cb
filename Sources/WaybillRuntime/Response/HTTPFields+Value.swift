package import HTTPTypes

extension HTTPFields {
    /// The value of a field, as `self[name]` gives it, which sets up a joining of several even where there is one.
    package func value(of name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name {
            if found != nil { return self[name] }
            found = field.value
        }
        return found
    }
}
