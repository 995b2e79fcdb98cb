@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

extension SignatureRecipe {
    /// The signature of a client, as the runtime makes it.
    init(_ spec: SignatureSpec) {
        self.init(
            algorithm: spec.algorithm.value.resolved,
            key: spec.key.value,
            signs: spec.signs.value,
            encoding: spec.encoding.value.resolved
        )
    }
}

extension SignatureSpec.Algorithm {
    var resolved: SignatureRecipe.Algorithm {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

extension SignatureSpec.Encoding {
    var resolved: SignatureRecipe.Encoding {
        switch self {
        case .hex: .hex
        case .base64: .base64
        }
    }
}
