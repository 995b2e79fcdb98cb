/// What a test throws where the client gave something else than the test is about.
struct Unexpected: Error {
    let what: String

    init(_ what: some Any) {
        self.what = String(describing: what)
    }
}
