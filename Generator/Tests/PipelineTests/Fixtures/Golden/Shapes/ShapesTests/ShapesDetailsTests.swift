import Shapes
import TestSupport
import Testing
import WaybillTesting

/// Every shape of type in an answer and in the details of an error: what is read says all that came.
@Suite struct ShapesDetailsTests {
    private func exchange(_ status: Int, _ body: String) throws -> ShapesClient {
        try ShapesClient(key: "k", configuration: ClientConfiguration(transport: StubTransport(.json(status, body))))
    }

    @Test("the details of an error are the document that came")
    func details() async throws {
        let client = try exchange(422, #"{"message":"no","code":"refused","details":\#(ShapesDocument.text)}"#)
        let error = try await #require(throws: ShapesError.self) { try await client.shapes.read() }
        guard case .refused(let failure) = error else { throw Unexpected(error) }
        let came = try JSONValue(parsing: Array(ShapesDocument.text.utf8))
        #expect(failure.details?.json == came)
    }

    @Test("an answer that is written back is the document that came, byte for byte")
    func answer() async throws {
        let answer = try await exchange(200, ShapesDocument.text).shapes.read().value
        #expect(String(decoding: try answer.serialized(), as: UTF8.self) == ShapesDocument.text)
    }
}
