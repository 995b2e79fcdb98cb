import Foundation
import Synchronization

/// One process of a receiver, until it is killed.
final class ReceiverProcess: Sendable {
    private struct State {
        var isOpen = true
        var last = 0
        var waiting: [Int: CheckedContinuation<Int?, Never>] = [:]
    }

    private let input: FileHandle
    private let number: Int32
    private let state = Mutex(State())

    init(_ arguments: [String]) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Bundle.main.executableURL
        process.arguments = ["receiver"] + arguments
        process.standardInput = input
        process.standardOutput = output
        // That a lease has ended is what the scenarios are made for.
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.input = input.fileHandleForWriting
        number = process.processIdentifier
        let answers = output.fileHandleForReading
        Thread.detachNewThread { [self] in read(answers) }
    }

    /// The status that a delivery is answered with; nil where the process has ended before it.
    func deliver(_ event: String) async -> Int? {
        await withCheckedContinuation { continuation in
            let isSent = state.withLock { state in
                guard state.isOpen else { return false }
                state.last += 1
                guard (try? input.write(contentsOf: Data("\(state.last) \(event)\n".utf8))) != nil else { return false }
                state.waiting[state.last] = continuation
                return true
            }
            if !isSent { continuation.resume(returning: nil) }
        }
    }

    /// Ends it at once, with whatever it is doing.
    func kill() { _ = Foundation.kill(number, SIGKILL) }

    /// Takes answers until the process ends; what is not answered then never will be.
    private func read(_ answers: FileHandle) {
        var rest = ""
        while case let data = answers.availableData, !data.isEmpty {
            rest += String(decoding: data, as: UTF8.self)
            let lines = rest.split(separator: "\n", omittingEmptySubsequences: false)
            rest = lines.last.map { String($0) } ?? ""
            for line in lines.dropLast() { answered(line) }
        }
        let left = state.withLock { state in
            state.isOpen = false
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in left { continuation.resume(returning: nil) }
    }

    private func answered(_ line: Substring) {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return }
        state.withLock { $0.waiting.removeValue(forKey: numbers[0]) }?.resume(returning: numbers[1])
    }
}
