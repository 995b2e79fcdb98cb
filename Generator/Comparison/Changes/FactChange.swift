/// Something else that is said of an element.
struct FactChange: Sendable {
    /// The key of the dialect that says it.
    let key: String
    let topic: Topic
    /// Which ways the value goes, where that is not what its element says.
    let directions: Set<Direction>?
    /// What was said; nil: nothing.
    let old: SpecFact?
    /// What is said; nil: nothing.
    let new: SpecFact?

    init(from old: SpecFact?, to new: SpecFact) {
        self.init(new, old, new)
    }

    init(removed old: SpecFact) {
        self.init(old, old, nil)
    }

    private init(_ fact: SpecFact, _ old: SpecFact?, _ new: SpecFact?) {
        (key, topic, directions) = (fact.key, fact.topic, fact.directions)
        (self.old, self.new) = (old, new)
    }
}
