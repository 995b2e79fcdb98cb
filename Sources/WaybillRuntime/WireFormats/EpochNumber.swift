/// Reads numbers that count from 1970, in seconds or in milliseconds.
enum EpochNumber {
    /// A number above this is milliseconds: as seconds it would lie in the year 5138.
    private static let largestSeconds: Double = 100_000_000_000

    /// The seconds that a number stands for.
    static func seconds(_ number: Double) -> Double { number > largestSeconds ? number / 1000 : number }
}
