import ArgumentParser

/// The file that all commands share.
struct FileArguments: ParsableArguments {
    @Option(help: "The file that events are kept in.", completion: .file())
    var database = "receiver.sqlite"
}
