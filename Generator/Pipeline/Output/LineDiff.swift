/// The shortest way to turn some lines into others, by the algorithm of Eugene Myers (1986).
enum LineDiff {
    /// What happens to a line.
    enum Step: Sendable, Hashable {
        case keep(String)
        case delete(String)
        case insert(String)
    }

    /// Beyond this many differing lines the whole middle is given as replaced, which bounds time and memory.
    private static let longestPath = 500

    static func steps(_ old: [String], _ new: [String]) -> [Step] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let limit = min(old.count, new.count) - head
        let tail = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
        let middle = path(Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]))
        return old[..<head].map { .keep($0) } + middle + old[(old.count - tail)...].map { .keep($0) }
    }

    private static func path(_ old: [String], _ new: [String]) -> [Step] {
        guard let trace = search(old, new) else { return old.map { .delete($0) } + new.map { .insert($0) } }
        var steps: [Step] = []
        var (x, y) = (old.count, new.count)
        for (depth, furthest) in trace.enumerated().reversed() {
            let diagonal = x - y
            let isDown = Self.isDown(diagonal, depth, furthest)
            let before = isDown ? diagonal + 1 : diagonal - 1
            let start = depth == 0 ? (x: 0, y: 0) : (x: furthest[before] ?? 0, y: (furthest[before] ?? 0) - before)
            while x > start.x, y > start.y {
                x -= 1
                y -= 1
                steps.append(.keep(old[x]))
            }
            guard depth > 0 else { break }
            steps.append(isDown ? .insert(new[start.y]) : .delete(old[start.x]))
            (x, y) = (start.x, start.y)
        }
        return steps.reversed()
    }

    /// For each number of differences how far each diagonal reaches; nil where there are too many.
    private static func search(_ old: [String], _ new: [String]) -> [[Int: Int]]? {
        var trace: [[Int: Int]] = []
        var furthest = [1: 0]
        for depth in 0...min(old.count + new.count, longestPath) {
            trace.append(furthest)
            for diagonal in stride(from: -depth, through: depth, by: 2) {
                let isDown = isDown(diagonal, depth, furthest)
                var x = isDown ? furthest[diagonal + 1] ?? 0 : (furthest[diagonal - 1] ?? 0) + 1
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                furthest[diagonal] = x
                if x >= old.count, x - diagonal >= new.count { return trace }
            }
        }
        return nil
    }

    private static func isDown(_ diagonal: Int, _ depth: Int, _ furthest: [Int: Int]) -> Bool {
        if diagonal == -depth { return true }
        return diagonal != depth && furthest[diagonal - 1] ?? -1 < furthest[diagonal + 1] ?? -1
    }
}
