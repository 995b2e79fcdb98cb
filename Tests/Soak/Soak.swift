import FaultPeer
import Foundation
@_spi(Generated) import WaybillRuntime

/// Calls of three kinds over real sockets for a long time, with faults, and webhooks beside them.
struct Soak: Sendable {
    /// How long, in seconds.
    let seconds: Double
    /// How many calls are begun in a second, at most.
    let rate: Int
    /// Gets a line each minute.
    var progress: @Sendable (String) -> Void = { _ in }
    /// How many descriptors are open; where the process does other work too, those of the server's port.
    var descriptors: @Sendable (_ port: Int) -> Int? = { _ in OpenDescriptors.count() }

    private static let workers = 20

    /// Runs until the time is over and every call has ended.
    func run() async throws -> SoakFigures {
        let ledger = SoakLedger(capacity: Int(seconds * Double(rate)) + Self.workers)
        let peer = try SoakServer.start(ledger)
        defer { peer.stop() }
        let client = try SoakClient(url: peer.url)
        let refused = try SoakClient(url: "http://127.0.0.1:\(LoopbackPorts.unused())")
        let events = try SoakEvents()
        // What the first call sets aside, such as the threads of the event loops, stays.
        _ = try? await client.send(SoakClient.bodiless)
        let atStart = descriptors(peer.port) ?? 0
        ledger.note { $0.descriptorsAtStart = atStart }
        await withTaskGroup { group in
            for worker in 0..<Self.workers {
                group.addTask { await call(worker, client, refused, ledger) }
            }
            group.addTask { await deliver(events, ledger) }
            group.addTask { await sample(peer.port, ledger) }
        }
        peer.stop()
        let atEnd = try await OpenDescriptors.settled(atMost: atStart) { descriptors(peer.port) } ?? 0
        ledger.note { $0.descriptorsAtEnd = atEnd }
        return ledger.figures
    }

    /// One worker's calls, each at its time; what is late is not made up for.
    private func call(_ worker: Int, _ client: SoakClient, _ refused: SoakClient, _ ledger: SoakLedger) async {
        await every(Double(Self.workers) / Double(rate), from: Double(worker) / Double(rate)) { turn in
            let number = turn * Self.workers + worker
            guard number < ledger.capacity else { return }
            let kind = SoakClient.Kind.allCases[number % 3]
            let client = SoakFault.isRefused(number: number) ? refused : client
            do throws(SoakClient.Failure) {
                let answer = try await client.send(SoakClient.request(kind, number))
                ledger.end(number, nil, attempts: answer.http.attempts)
            } catch {
                ledger.end(number, error, attempts: error.attempts)
            }
        }
    }

    private func deliver(_ events: SoakEvents, _ ledger: SoakLedger) async {
        await every(0.1) { turn in
            let isRight = await events.send(turn)
            ledger.note { figures in
                figures.events += 1
                if !isRight { figures.eventFaults += 1 }
            }
        }
    }

    private func sample(_ port: Int, _ ledger: SoakLedger) async {
        let start = ContinuousClock.now
        await every(min(10, seconds / 4)) { turn in
            let sample = SoakFigures.Sample(
                seconds: (ContinuousClock.now - start) / .seconds(1),
                memory: ProcessMemory.resident(),
                descriptors: descriptors(port) ?? 0
            )
            ledger.note { $0.samples.append(sample) }
            guard turn % 6 == 0 else { return }
            let (calls, memory) = (ledger.figures.calls, SoakFigures.mebibytes(sample))
            progress("\(Int(sample.seconds)) s: \(calls) calls, \(memory) MiB, \(sample.descriptors) descriptors")
        }
    }

    /// Does something again and again until the time is over.
    private func every(_ interval: Double, from first: Double = 0, _ work: (Int) async -> Void) async {
        let start = ContinuousClock.now
        for turn in 0... {
            let due = first + Double(turn) * interval
            guard due < seconds else { return }
            try? await Task.sleep(until: start + .seconds(due), clock: .continuous)
            await work(turn)
        }
    }
}
