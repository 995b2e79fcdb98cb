#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// A user and a password in the field `Authorization`: the scheme `Basic` (RFC 7617), as UTF-8.
@_spi(Generated)
public struct BasicAuthentication: Sendable, Hashable {
    /// The name of the field.
    public static let field = "Authorization"

    /// The template of the user's name.
    public let user: String
    /// The template of the password.
    public let password: String

    /// Takes both templates, with the placeholders `{credential}`.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// The field's value with the placeholders filled.
    public func header(_ value: (String) -> String) -> String {
        "Basic " + Data(pair(value).utf8).base64EncodedString()
    }

    /// The user's name and the password, with a colon between them.
    func pair(_ value: (String) -> String) -> String {
        TextTemplate(user).text(value) + ":" + TextTemplate(password).text(value)
    }

    /// What makes the pair unusable: a name with a colon would end before it (RFC 7617, section 2).
    func fault(_ value: (String) -> String) -> String? {
        TextTemplate(user).text(value).contains(":") ? "contains a colon, and the name of a user cannot" : nil
    }
}
