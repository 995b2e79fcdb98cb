import Dispatch
import Foundation

// Takes the name of a subject, then libFuzzer's own arguments; inputs with a fault end the process, as a trap does.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What was asked for; set before the first input and never again.
nonisolated(unsafe) var target = FuzzTarget.all[0]

let targets = FuzzTarget.all + [FuzzTarget(name: "spec") { SpecFuzz.fault(in: $0) }]
let name = CommandLine.arguments.dropFirst().first
guard let chosen = targets.first(where: { $0.name == name }) else {
    FileHandle.standardError.write(Data("usage: Fuzz \(targets.map(\.name).joined(separator: "|")) …\n".utf8))
    exit(64)
}
target = chosen

var arguments = CommandLine.arguments.enumerated().filter { $0.offset != 1 }.map { strdup($0.element) } + [nil]
var count = CInt(arguments.count - 1)
let code = arguments.withUnsafeMutableBufferPointer { buffer -> CInt in
    guard var base = buffer.baseAddress else { return 64 }
    return runFuzzer(&count, &base) { bytes, count in
        let input = Array(UnsafeBufferPointer(start: bytes, count: count))
        let target = target
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            if let fault = await target.fault(input) {
                FileHandle.standardError.write(Data("\nfault: \(fault)\n".utf8))
                abort()
            }
            done.signal()
        }
        done.wait()
        return 0
    }
}
exit(code)
