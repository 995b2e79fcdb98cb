extension APIPages {
    /// The pages of a list, one after the other.
    public struct Pages: AsyncSequence, Sendable {
        /// What the client's calls throw.
        public typealias Failure = Client.Failure
        /// One page: the answer, its elements, and where the list goes on.
        public typealias Element = APIPage<Value, APIPages.Element>

        let elements: APIPages

        /// Makes an iterator from the first page on.
        public func makeAsyncIterator() -> Iterator { Iterator(elements) }

        /// Goes through the pages.
        public struct Iterator: AsyncIteratorProtocol {
            private enum State {
                case at(PagePlace)
                case failed(FailureReport)
                case over
            }

            private let source: APIPages
            private var course: PageCourse
            private var state: State

            init(_ source: APIPages) {
                self.source = source
                course = PageCourse(source.walk)
                state = .at(source.walk.start)
                guard let start = source.start else { return }
                let place = PagePlace(start, in: source.list, by: source.walk)
                state = place.map { .at($0) } ?? .failed(source.refusal(of: start))
            }

            /// The next page, or nil after the last one.
            public mutating func next(
                isolation actor: isolated (any Actor)? = #isolation
            ) async throws(Client.Failure) -> Element? {
                let current = state
                state = .over
                switch current {
                case .over: return nil
                case .failed(let report): throw Client.Failure(report)
                case .at(let place):
                    let position = place.position(in: source.list)
                    let answer: APIResponse<Value>
                    do throws(Client.Failure) {
                        answer = try await source.fetch(PageTurn(place: place, hosts: source.walk.hosts))
                    } catch {
                        throw Client.Failure(FailureReport(error.report, stoppedAt: position))
                    }
                    return page(answer, at: place, position)
                }
            }

            /// Reads a page, and notes where the next one is.
            private mutating func page(
                _ answer: APIResponse<Value>,
                at place: PagePlace,
                _ position: PagePosition
            ) -> Element {
                let reading = source.read(answer)
                var next: PagePosition?
                do throws(PageCourse.Fault) {
                    let found = try course.next(after: place, reading, answer.http) { link in
                        source.target(of: link, in: answer.http)
                    }
                    if let found {
                        next = found.position(in: source.list)
                        state = .at(found)
                    }
                } catch {
                    let report = source.core.undecodable(UndecodableAnswer(reason: error.reason), answer.http)
                    state = .failed(FailureReport(report, stoppedAt: position))
                }
                return APIPage(answer: answer, items: reading.items, position: position, next: next)
            }
        }
    }

    /// The URL of the next page, whole; nil where it leads to a host that is not to be asked.
    fileprivate func target(of link: String, in http: ResponseMetadata) -> String? {
        guard let base = URLReference(http.request.url) else { return nil }
        let url = URLReference(link)?.resolved(against: base).text
        let target = url.flatMap { core.host(at: http.request.baseURL).baseURL.target(of: $0, hosts: walk.hosts) }
        return target.map { core.definition.authentication.withoutOwnParameters($0.url) }
    }

    fileprivate func refusal(of position: PagePosition) -> FailureReport {
        let violation = ArgumentViolation(argument: "resuming", reason: "must be at a position of \(list)")
        return FailureReport(core.invalid(InvalidArguments(violations: [violation]), list), stoppedAt: position)
    }
}
