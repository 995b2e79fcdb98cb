import Crypto

/// HMAC (RFC 2104) with one key, for making signatures and for checking them.
///
/// The key is worked in once: both hashes then start from a copy of the state that it leaves behind.
package struct KeyedHash: Sendable {
    private enum State: Sendable {
        case sha1(HMAC<Insecure.SHA1>)
        case sha256(HMAC<SHA256>)
        case sha512(HMAC<SHA512>)
    }

    private let state: State

    package init(_ algorithm: SignatureRecipe.Algorithm, key: [UInt8]) {
        let key = SymmetricKey(data: key)
        state =
            switch algorithm {
            case .sha1: .sha1(HMAC(key: key))
            case .sha256: .sha256(HMAC(key: key))
            case .sha512: .sha512(HMAC(key: key))
            }
    }

    /// The code of a message that is given in parts.
    package func code(_ parts: [[UInt8]]) -> [UInt8] {
        switch state {
        case .sha1(let start): Array(Self.finished(start, parts))
        case .sha256(let start): Array(Self.finished(start, parts))
        case .sha512(let start): Array(Self.finished(start, parts))
        }
    }

    /// The position of the first code that is the message's.
    package func firstMatch(among codes: [[UInt8]], signing parts: [[UInt8]]) -> Int? {
        switch state {
        case .sha1(let start): Self.firstMatch(codes, Self.finished(start, parts))
        case .sha256(let start): Self.firstMatch(codes, Self.finished(start, parts))
        case .sha512(let start): Self.firstMatch(codes, Self.finished(start, parts))
        }
    }

    private static func finished<Hash: HashFunction>(_ start: HMAC<Hash>, _ parts: [[UInt8]]) -> HMAC<Hash>.MAC {
        var hash = start
        for part in parts { hash.update(data: part) }
        return hash.finalize()
    }

    private static func firstMatch<Code: MessageAuthenticationCode>(_ codes: [[UInt8]], _ expected: Code) -> Int? {
        // Swift Crypto's operator for a code and bytes: it looks at the lengths first, and then takes the same time
        // wherever they differ. No other place compares secret codes.
        codes.firstIndex { expected == $0 }
    }
}
