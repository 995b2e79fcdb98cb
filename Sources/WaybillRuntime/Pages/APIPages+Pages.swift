extension APIPages {
    /// The answers of a list, page after page.
    public struct Pages: AsyncSequence, Sendable {
        /// What the client's calls throw.
        public typealias Failure = Client.Failure
        /// One page, as the API answered it.
        public typealias Element = APIResponse<Value>

        let elements: APIPages

        /// Makes an iterator from the first page on.
        public func makeAsyncIterator() -> Iterator { Iterator(elements) }

        /// Goes through the pages.
        public struct Iterator: AsyncIteratorProtocol {
            private let source: APIPages
            private var page: Int?
            private var previous: Value?

            init(_ source: APIPages) {
                self.source = source
                page = source.first
            }

            var read: @Sendable (Value) -> PageReading<APIPages.Element> { source.read }

            /// The next page, or nil after the last one.
            ///
            /// A page without elements is the last one whatever it says, so that a server which always promises more
            /// cannot keep a loop going.
            public mutating func next(
                isolation actor: isolated (any Actor)? = #isolation
            ) async throws(Client.Failure) -> APIResponse<Value>? {
                guard let number = page else { return nil }
                page = nil
                let answer = try await source.fetch(number, previous)
                let reading = source.read(answer.value)
                previous = answer.value
                let (next, overflow) = number.addingReportingOverflow(1)
                if reading.goesOn(after: next &- source.first), !overflow { page = next }
                return answer
            }
        }
    }
}
