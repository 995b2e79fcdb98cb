/// As many of something as there are, each for one user at a time; who comes first is served first.
actor Pool<Member: Sendable> {
    private var free: [Member]
    private var waiting: [CheckedContinuation<Member, Never>] = []

    init(_ members: [Member]) { free = members }

    func take() async -> Member {
        if let member = free.popLast() { return member }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func put(_ member: Member) {
        if waiting.isEmpty { free.append(member) } else { waiting.removeFirst().resume(returning: member) }
    }
}
