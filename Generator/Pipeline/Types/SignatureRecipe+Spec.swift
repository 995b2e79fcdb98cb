@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

extension SignatureRecipe {
    /// The signature of a client, as the runtime makes it.
    init(_ spec: SignatureSpec) {
        self.init(
            algorithm: spec.algorithm.value.resolved,
            key: spec.key.value,
            signs: spec.signs.map(\.value),
            join: spec.join?.value ?? "",
            encoding: spec.encoding.value.resolved,
            headers: spec.headers.map(\.value),
            parameters: spec.parameters.map { SignedParameter($0.name.value, $0.value.value) },
            values: spec.values.map { SignedValue($0.name.value, $0.value) }
        )
    }
}

extension SignedValue {
    init(_ name: String, _ spec: SignedValueSpec) {
        var step = Step.none
        if let hash = spec.hash { step = .hash(hash.value.resolved) }
        if let hmac = spec.hmac { step = .hmac(hmac.value.resolved, key: spec.key?.value ?? "") }
        self.init(
            name,
            of: spec.of.map(\.value),
            join: spec.join?.value ?? "",
            isBase64: spec.reading.value == .base64,
            step: step,
            encoding: spec.encoding?.value.resolved ?? (step == .none ? .bytes : .hex)
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

extension SignedValueSpec.Hash {
    fileprivate var resolved: SignedValue.Hash {
        switch self {
        case .md5: .md5
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }
}

extension SignedValueSpec.Encoding {
    fileprivate var resolved: SignedValue.Encoding {
        switch self {
        case .bytes: .bytes
        case .hex: .hex
        case .upperHex: .upperHex
        case .base64: .base64
        case .urlBase64: .urlBase64
        case .percent: .percent
        }
    }
}
