import Testing
import WaybillRuntime
import WaybillTesting
import WaybillTransportTesting

extension SocketTests {
    /// The checks for transports: each flaw is found, and said plainly.
    @Suite struct TransportCheckTests {
        private typealias Flaw = FlawedTransport.Flaw

        /// What has to find each flaw: the beginnings of checks' descriptions.
        private static func checks(for flaw: Flaw) -> [String] {
            switch flaw {
            case .sendsSuccessesTwice: ["F20", "R02 each status"]
            case .sendsAgainAfterFailures: ["F05", "F09 a body that", "F11 a chunk of size zz", "R02 F05", "R02 F08"]
            case .forgetsTheHead: ["F08", "F10", "F25", "R02 F09 a 200", "R02 F25"]
            case .saysNeverSent: ["F05", "F35 a request", "C04", "R02 F05"]
            case .givesCutBodies: ["F09 a body that", "F10", "F25 a body", "F26", "R02 F10"]
            case .throwsAtStatuses: ["F20", "F33", "F37"]
            case .followsRedirects: ["F28 a redirect is"]
            case .keepsCookies: ["F31"]
            case .caches: ["F32"]
            case .answersChallenges: ["F33"]
            case .ignoresCancellation: ["C02", "C04", "T05 cancelled", "C05 T03"]
            case .callsCancellationsFailures: ["C01", "C02", "C04", "C07", "T13"]
            case .ignoresTheBodyLimit: ["F25 a body", "F26", "R02 F25"]
            case .ignoresTheConnectLimit: ["T01"]
            case .addsFields: ["S06 nothing"]
            case .decodesPaths: ["S05 path"]
            case .tellsURLs: ["F05"]
            }
        }

        @Test("A transport with a flaw fails each check that is about it", arguments: Flaw.allCases)
        func flawed(flaw: FlawedTransport.Flaw) async throws {
            // A hanging transport is found by this patience; nothing else takes that long.
            let patience = flaw == .ignoresCancellation || flaw == .ignoresTheConnectLimit ? 1 : 60
            for beginning in Self.checks(for: flaw) {
                let checks = TransportCheck.all.filter { $0.description.hasPrefix(beginning) }
                #expect(!checks.isEmpty, "\(beginning)")
                for check in checks {
                    await #expect(throws: TransportCheckFailure.self, "\(check)") {
                        try await check.run(against: FlawedTransport(flaw), patience: .seconds(patience))
                    }
                }
            }
        }

        @Test("No two checks have one description, and every check has an id")
        func descriptions() {
            let descriptions = TransportCheck.all.map(\.description)
            #expect(Set(descriptions).count == descriptions.count)
            #expect(TransportCheck.all.allSatisfy { $0.id.contains(/^[A-Z]\d\d/) })
        }

        @Test("A failure says what was expected and what came")
        func words() async throws {
            let check = try #require(TransportCheck.all.first { $0.description.hasPrefix("F31") })
            let failure = try await #require(throws: TransportCheckFailure.self) {
                try await check.run(
                    against: StubTransport { request in
                        request.number % 2 == 0
                            ? .failure(TransportError(progress: .unknown, reason: .reset)) : .status(503)
                    }
                )
            }
            let lines = [
                "F31 a cookie is not sent back:",
                "- GET /v1/things/1: expected an answer with status 200; came an answer: HTTP 503, 0 bytes",
                "- POST /v1/things/2: expected an answer with status 200; came an error: connection reset (may have arrived)",
                "- POST /v1/things/3: expected an answer with status 200; came an answer: HTTP 503, 0 bytes",
                "- GET /v1/things/4: expected an answer with status 200; came an error: connection reset (may have arrived)",
                "- POST /v1/things/5: expected an answer with status 200; came an answer: HTTP 503, 0 bytes",
                "- POST /v1/things/6: expected an answer with status 200; came an error: connection reset (may have arrived)",
            ]
            #expect(failure.description == lines.joined(separator: "\n"))
        }
    }
}
