import Foundation

/// The tool while it runs, such as a sandbox that serves.
struct RunningTool {
    /// What was waited for has not come.
    struct Silent: Error {
        let output: String
    }

    let process: Process
    let outputFile: URL
    let errorFile: URL

    /// What it has printed so far.
    func output() throws -> String {
        String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    }

    /// Waits for something that it prints, at most 20 s, and returns all that it has printed by then.
    func waitForOutput(containing text: String) throws -> String {
        for _ in 0..<2000 {
            let output = try output()
            if output.contains(text) { return output }
            guard process.isRunning else { break }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw Silent(output: try output())
    }

    /// Ends this process, and waits for that.
    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
