/// Counts what held and what did not.
struct Checks {
    private(set) var passed = 0
    private(set) var failed = 0

    mutating func expect(_ condition: Bool, _ what: String) {
        if condition {
            passed += 1
        } else {
            failed += 1
            print("failed: \(what)")
        }
    }
}
