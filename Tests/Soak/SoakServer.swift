import FaultPeer

/// The server of a soak: it does the work of a request, and one time in twenty something goes wrong.
enum SoakServer {
    /// Starts it.
    static func start(_ ledger: SoakLedger) throws -> FaultPeer {
        try FaultPeer(limit: .max, keepsRequests: false) { connection in
            while let request = connection.readRequest() {
                guard answer(request, on: connection, ledger) else { return }
            }
        }
    }

    /// Answers one request; false where the connection is over.
    private static func answer(_ request: PeerRequest, on connection: PeerConnection, _ ledger: SoakLedger) -> Bool {
        let path = request.target.split(separator: "/")
        guard path.count == 2, let kind = SoakClient.Kind(rawValue: String(path[0])), let number = Int(path[1]) else {
            return connection.write("HTTP/1.1 204 X\r\n\r\n")
        }
        guard let fault = ledger.receive(kind, number, key: request.header("Idempotency-Key")) else {
            return connection.answer()
        }
        return fault.serve(connection)
    }
}
