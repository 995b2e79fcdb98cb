/// The body of one attempt: bytes, or what reads them.
struct OutgoingBody {
    private(set) var bytes: [UInt8]?
    private(set) var reader: BodyReader?

    /// Takes a body as the transport and the signature want it.
    /// - Throws: As never sent, where a file cannot be read.
    init(_ request: PreparedRequest, _ core: ClientCore) throws(TransportError) {
        guard let content = request.body else { return }
        if content.isWhole {
            bytes = content.bytes
        } else if core.transport.canStream, !request.isAuthenticated || !core.signer.readsBody {
            reader = try BodyReader(content)
        } else {
            bytes = try BodyReader(content).rest()
        }
    }
}
