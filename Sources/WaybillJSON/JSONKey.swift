/// A key that equals another only when their bytes of UTF-8 are the same.
struct JSONKey: Hashable, Sendable {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: JSONKey, right: JSONKey) -> Bool {
        // Texts of the same bytes are equal as texts, which is found out in words; most that are not, differ by that already.
        left.text.utf8.count == right.text.utf8.count && left.text == right.text
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        JSONBytes.hash(text, into: &hasher)
    }
}
