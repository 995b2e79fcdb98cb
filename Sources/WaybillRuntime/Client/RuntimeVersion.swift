/// The version that goes out in `User-Agent`.
enum RuntimeVersion {
    static let text = "0.1.0"
}
