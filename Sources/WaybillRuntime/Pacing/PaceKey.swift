/// What places are counted under: an API, its rate, and whose it is.
///
/// The credentials' names do not count, so that clients of two names with one key share their places.
enum PaceKey {
    /// The part that is the same for all operations of a client.
    static func digest(_ credentials: [Credential]) -> String {
        let values = Set(credentials.map(\.value)).sorted()
        // Each length keeps the values apart.
        let text = values.map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256Digest.hex(Array("waybill pacing\0\(text)".utf8))
    }

    static func text(api: String, scope: String, digest: String) -> String { "\(api):\(scope):\(digest)" }
}
