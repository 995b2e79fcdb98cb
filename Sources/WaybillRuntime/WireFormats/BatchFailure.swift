public import WaybillJSON

/// An element of a list that could not be read.
public struct BatchFailure: Sendable, Hashable {
    /// Its position in the list on the wire, counted from 0.
    public let index: Int

    /// What is wrong with it; path and offset are counted from the element's beginning.
    public let error: JSONError

    /// The element as it came.
    public let json: JSONValue

    /// Makes a failure, for tests of code that handles it.
    public init(index: Int, error: JSONError, json: JSONValue) {
        self.index = index
        self.error = error
        self.json = json
    }
}
