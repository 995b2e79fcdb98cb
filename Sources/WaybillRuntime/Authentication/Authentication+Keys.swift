extension Authentication {
    /// Whether a credential is a key in PEM.
    func isPEM(_ credential: Credential) -> Bool {
        webToken.map { $0.key.isPEM && $0.key.credential == credential.name } ?? false
    }
}
