/// What a test throws where the client gave something else than the test is about.
package struct Unexpected: Error {
    let what: String

    package init(_ what: some Any) {
        self.what = String(describing: what)
    }
}
