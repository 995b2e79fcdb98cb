@_spi(Generated) import WaybillSigning

extension WebTokenSigningKey {
    /// The key of a client's JSON Web Tokens, as the runtime has it.
    init(_ spec: WebTokenSpec) {
        let algorithm: Algorithm =
            switch spec.algorithm.value {
            case .hs256: .hs256
            case .rs256: .rs256
            case .es256: .es256
            }
        let encoding: SignatureRecipe.KeyEncoding =
            switch spec.keyEncoding?.value {
            case nil, .text: .utf8
            case .base64: .base64
            case .hex: .hex
            }
        self.init(algorithm, credential: spec.key.value, encoding: encoding)
    }
}
