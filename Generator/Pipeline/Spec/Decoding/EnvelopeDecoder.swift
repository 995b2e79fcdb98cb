import SpecYAML

/// Reads `envelope`: one place of the value in a success body, or several that are tried in order.
enum EnvelopeDecoder {
    /// One place as `single` (empty for `none`), several as `candidates` (`none` stays a word).
    static func decode(
        _ reader: MappingReader,
        into log: inout DecodingLog
    ) -> (single: Located<String>?, candidates: [Located<String>]) {
        let places = reader.texts("envelope", into: &log)
        if places.count > 1 { return (nil, places) }
        if reader["envelope"]?.sequence?.isEmpty == true {
            let message = "a list of places needs one at least; write one, 'none', or leave the key out"
            log.lose(.missingKey, message, at: reader["envelope"]?.location ?? reader.location)
        }
        return (places.first?.map { $0 == "none" ? "" : $0 }, [])
    }
}
