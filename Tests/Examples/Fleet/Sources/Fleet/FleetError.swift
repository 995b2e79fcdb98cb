/// Why a scenario cannot be run.
struct FleetError: Error, CustomStringConvertible {
    let description: String
}
