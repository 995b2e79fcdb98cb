import ArgumentParser

/// Which specs are read, and where their clients stand.
struct SpecArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Folders of specs, such as spec/acme.",
            discussion: "Without any: every folder in spec/."
        ),
        completion: .directory
    )
    var specs: [String] = []

    @Option(help: "The folder that holds one folder for each client.", completion: .directory)
    var output = "Sources"

    @Option(help: "The folder that holds one folder of tests for each client.", completion: .directory)
    var tests = "Tests"

    /// Where the generated tests of a client stand; tests that are written by hand stand beside them.
    func testFolder(of name: String) -> String { "\(tests)/\(name)Tests/Generated" }
}
