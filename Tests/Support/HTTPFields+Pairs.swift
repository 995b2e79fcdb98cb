package import HTTPTypes

extension HTTPFields {
    /// Makes fields from names and values; a name that is no header name is left out.
    package static func pairs(_ pairs: KeyValuePairs<String, String>) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return fields
    }
}
