import Depot
@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

@testable import Sandbox

/// The failures of a new version's sandbox, as the deployed client sorts and reads them.
struct ErrorWitness {
    /// A failure that a server answers with.
    private struct Failure {
        let code: String?
        let status: Int
    }

    /// What the client makes of a failure.
    private struct Reading {
        let status: Int
        var name = "a success"
        var places: Set<String> = []
        var unread: [String] = []
    }

    /// What the client makes of the failures of the version that it was made for, by the code, or by the status where there
    /// is no code.
    private static let base = Task {
        let old = try SandboxAPI(forDeployedClientOf: Corpus.baseAPI.get())
        var known: [String: Reading] = [:]
        for failure in failures(of: old.spec) {
            known[failure.code ?? "\(failure.status)"] = try await reading(failure, of: old, way: 0)
        }
        return known
    }

    let new: SandboxAPI

    func observations() async throws -> [WireObservation] {
        var observations: [WireObservation] = []
        for failure in Self.failures(of: new.spec) {
            guard let before = try await Self.base.value[failure.code ?? "\(failure.status)"] else { continue }
            for way in 0..<2 {
                let after = try await Self.reading(failure, of: new, way: way)
                let name = "\(failure.status) \(failure.code ?? "")"
                if before.status != after.status {
                    observations.append(.changes("\(name) came with the status \(before.status)"))
                } else if before.name != after.name {
                    observations.append(.breaks("\(name) was \(before.name), is \(after.name)"))
                }
                observations += after.unread.map { .changes("\(name): \($0)") }
                observations += WireObservation.lost(before.places, after.places, name)
            }
        }
        return observations
    }

    /// One for each code, and one without a code for each case that goes by the status.
    private static func failures(of spec: ResolvedAPI) -> [Failure] {
        let codes = spec.errors.codes.words.map { word in
            Failure(code: word.name, status: word.status ?? 400)
        }
        let statuses = spec.errors.cases.flatMap { $0.statuses.flatMap { [$0.lowerBound, $0.upperBound] } }
        return codes + statuses.map { Failure(code: nil, status: $0) }
    }

    /// The answer of the sandbox, whose details and fields are as full as the spec allows.
    /// - Parameter way: Which of several places is used for each part.
    private static func body(_ failure: Failure, of api: SandboxAPI, way: Int) -> [UInt8] {
        var refusal = Refusal(status: failure.status, code: failure.code, message: "It is so.")
        refusal.code = failure.code
        let moment = SandboxMoment(milliseconds: DeployedClient.seconds * 1000) { 7 }
        let answer = api.errors.answer(refusal, at: moment)
        guard var body = try? JSONValue(parsing: answer.body) else { return answer.body }
        let errors = api.spec.errors
        for paths in [errors.message, errors.code] where paths.count > way && way > 0 {
            let value = paths[0].value(in: body)
            paths[0].set(nil, in: &body)
            paths[way].set(value, in: &body)
        }
        let samples = ValueSamples(alias: way)
        let details = errors.errorCase(code: failure.code, status: failure.status)?.details
        if let details, let path = place(errors.details, way) {
            path.set(samples.of(.model(details)).first, in: &body)
        }
        for field in errors.fields { place(field.paths, way)?.set(samples.of(field.type).first, in: &body) }
        return body.serialized()
    }

    private static func place(_ paths: [DottedPath], _ way: Int) -> DottedPath? {
        paths.isEmpty ? nil : paths[min(way, paths.count - 1)]
    }

    private static func reading(_ failure: Failure, of api: SandboxAPI, way: Int) async throws -> Reading {
        let client = try DeployedClient(status: failure.status, body: body(failure, of: api, way: way))
        do {
            _ = try await client.depot.parcels.fetch("p1")
            return Reading(status: failure.status)
        } catch {
            let report = error.report
            var places: Set<String> = error.trace == nil ? [] : ["trace"]
            if !report.message.isEmpty { places.insert("message \(report.message)") }
            if case .badAddress(let failure) = error, let details = failure.details {
                places.formUnion(SeenPlaces.of(details, at: "details"))
            }
            let label = Mirror(reflecting: error).children.first?.label ?? ""
            return Reading(
                status: failure.status,
                name: "\(label) \(report.code ?? "without a code")",
                places: places,
                unread: report.http?.unread.map(\.description) ?? []
            )
        }
    }
}
