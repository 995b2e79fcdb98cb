#if os(Linux)
import HTTPTypes
import NIOHTTP1

extension HTTPFields {
    /// The headers of an answer: repeated ones are all kept, those whose name is no token are left out.
    init(_ headers: HTTPHeaders) {
        self.init()
        reserveCapacity(headers.count)
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            append(HTTPField(name: name, value: value))
        }
    }
}
#endif
