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
        let spec = try SpecFixture.repository(name).spec
        var count = 0
        for operation in spec.resources.flatMap(\.operations) {
            for example in operation.examples where (200...299).contains(example.value.status.value) {
                guard let text = example.request?.value else { continue }
                let body = try #require(try JSONValue(parsing: text).objectValue)
                var check = BodyCheck(SpecIndex(spec))
                check.check(body, operation.body, isFree: false, at: "")
                #expect(check.messages.isEmpty, "\(operation.name.value) \(example.name.value)")
                count += 1
            }
        }
        #expect(count > 1)
    }
}
