import FaultPeer
import HTTPTypes
import WaybillRuntime

extension TransportCheck {
    /// Answers that are odd in their form.
    static let odd = [splitAnswers, repeatedFields, oddFields, untilTheEnd, damagedAnswers, endlessHeaders]

    private static let splitAnswers = TransportCheck(
        "F39",
        "an answer in writes of one byte, and split at every offset"
    ) {
        trial in
        let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
        let bytes = Array(answer.utf8)
        let peer = try trial.peer { request, connection in
            let offset = Int(request.target.split(separator: "/").last ?? "") ?? 0
            guard offset > 0 else { return connection.drip(answer, everyMilliseconds: 1) }
            connection.write(Array(bytes[..<offset]))
            connection.pause(milliseconds: 1)
            return connection.write(Array(bytes[offset...]))
        }
        for offset in bytes.indices {
            let request = RequestKind.get.request(to: peer.url, path: "/\(offset)")
            await trial.send(request, to: peer, as: "split at \(offset)").expectAnswer(body: "{}")
        }
    }

    private static let repeatedFields = TransportCheck("F34", "repeated header fields are all given, under any case") {
        trial in
        let lines = "x-a: 1\r\nX-A: 2\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\nX-Empty:\r\nX-Long: "
        let long = String(repeating: "a", count: 60_000)
        let peer = try trial.peer { $1.write("HTTP/1.1 200 OK\r\n\(lines)\(long)\r\nContent-Length: 2\r\n\r\n{}") }
        let sent = await trial.send(.get, to: peer)
        sent.expectAnswer(body: "{}")
        for (name, value) in [("X-A", "1,2"), ("Set-Cookie", "a=b,c=d"), ("X-Long", long)] {
            guard let field = HTTPField.Name(name), let response = sent.response else { return }
            // RFC 9110, section 5.3: repeated fields may be joined with commas.
            let values = response.headers[values: field].joined(separator: ",").replacing(", ", with: ",")
            trial.expect(values == value, "\(name): expected \(value.prefix(20)); came \(values.prefix(20))")
        }
    }

    private static let oddFields = TransportCheck("F34", "odd header fields cost no more than their answer") { trial in
        for line in ["X:y", "X: a\r\n  folded", "X: \u{E9}\u{FF}", "\u{E9}: a", "X", ": a", "X: a\u{1}b", "X: a\rb"] {
            let peer = try trial.peer { $1.write("HTTP/1.1 200 OK\r\n\(line)\r\nContent-Length: 2\r\n\r\n{}") }
            let sent = await trial.send(.keyedPost, to: peer, as: line.debugDescription)
            if sent.response != nil {
                sent.expectAnswer(body: "{}")
            } else {
                sent.expectFailure([.unknown, .answered(status: 200)])
            }
            let good = try trial.peer { $1.answer() }
            await trial.send(.keyedPost, to: good).expectAnswer(body: "{}")
        }
    }

    private static let untilTheEnd = TransportCheck("F09", "a body without a length ends with its connection") {
        trial in
        for head in [
            "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
        ] {
            let peer = try trial.peer { connection in
                connection.readRequest()
                connection.write(head + #"{"a":1}"#)
            }
            await trial.send(.get, to: peer, as: head.debugDescription).expectAnswer(body: #"{"a":1}"#)
        }
    }

    private static let damagedAnswers = TransportCheck(
        "F15",
        "damaged answers and noise: an answer or an error, in any case an end"
    ) { trial in
        for seed in 0..<6 {
            try await damaged(UInt64(seed), trial)
        }
        let good = try trial.peer { $1.answer() }
        for kind in RequestKind.allCases { await trial.send(kind, to: good).expectAnswer(body: "{}") }
    }

    private static func damaged(_ seed: UInt64, _ trial: TransportTrial) async throws {
        let answers = DamagedAnswers(seed: seed).prefix(100)
        let peer = try trial.peer { connection in
            while let request = connection.readRequest() {
                let index = Int(request.target.split(separator: "/").last ?? "") ?? 0
                connection.write(answers[index])
                guard connection.index % 2 == 0 else { return }
                connection.pause(milliseconds: 2)
            }
        }
        for index in answers.indices {
            var request = RequestKind.allCases[index % 3].request(to: peer.url, path: "/\(index)", limit: 10_000)
            if index % 5 == 0 { request.method = .head }
            let (before, task) = (peer.requests.count, trial.begin(request))
            // What is damaged may announce more than comes.
            let limit = Task {
                try await peer.waitUntil { $0.requests.count > before }
                try await Task.sleep(for: .milliseconds(10))
                task.cancel()
            }
            _ = await trial.end(of: task, of: request, to: peer)
            limit.cancel()
        }
    }

    private static let endlessHeaders = TransportCheck("T06", "header fields without end are refused") { trial in
        let peer = try trial.peer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            for line in 0..<100_000 {
                guard connection.write("X-\(line): \(String(repeating: "a", count: 800))\r\n") else { return }
            }
        }
        for kind in RequestKind.allCases { await trial.send(kind, to: peer).expectFailure([.unknown]) }
    }
}
