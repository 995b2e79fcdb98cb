/// The words that Swift writes in capitals throughout: `trackingID`, `statusURL`.
enum Acronyms {
    /// Each acronym in small letters.
    static let all: Set<String> = [
        "api", "ascii", "cdn", "cpu", "crm", "css", "csv", "dns", "ftp", "gps", "gst", "html", "http", "https", "iban",
        "id", "imei", "ip", "iso", "json", "jwt", "kyc", "mfa", "mime", "mms", "otp", "pdf", "qr", "rcs", "sdk", "sku",
        "sms", "smtp", "sql", "ssh", "ssl", "sso", "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "urn", "utc", "utf",
        "uuid", "vat", "xml", "yaml",
    ]

    /// How a word in small letters is written inside a name; nil for what is no acronym.
    ///
    /// A plural keeps its small letter: `recipientIDs`.
    static func spelling(of word: String) -> String? {
        if all.contains(word) { return word.uppercased() }
        guard word.hasSuffix("s"), all.contains(String(word.dropLast())) else { return nil }
        return word.dropLast().uppercased() + "s"
    }
}
