import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// The sandbox refuses nothing that a spec shows as a success.
@Suite struct SpecExamplesTests {
    @Test(
        "Every example of a success passes the checks",
        arguments: ["walinko", "simpleconnect", "connectly", "simpu"]
    )
    func examples(name: String) throws {
        var count = 0
        for operation in try SpecFixture.repository(name).operations {
            for example in operation.examples where example.isSuccess {
                guard let text = example.request, !text.isEmpty else { continue }
                let body = try #require(try JSONValue(parsing: text).objectValue)
                var check = ValueChecker(.request)
                check.check(body, operation.body)
                #expect(check.problems.isEmpty, "\(operation.id) \(example.name)")
                count += 1
            }
        }
        #expect(count > 1)
    }
}
