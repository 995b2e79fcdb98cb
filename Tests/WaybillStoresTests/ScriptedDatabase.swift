import Synchronization
import WaybillStores

/// A database that notes statements, and answers each with the same rows.
final class ScriptedDatabase: SQLExecutor {
    private let answer: [[String?]]
    private let noted = Mutex<[SQLStatement]>([])

    var statements: [SQLStatement] { noted.withLock { $0 } }

    init(_ answer: [[String?]] = []) { self.answer = answer }

    func rows(of statement: SQLStatement) -> [[String?]] {
        noted.withLock { $0.append(statement) }
        return answer
    }
}

/// A server that answers each command the same, and notes them.
final class ScriptedServer: RESPExecutor {
    private let answer: RESPReply
    private let noted = Mutex<[[String]]>([])

    var commands: [[String]] { noted.withLock { $0 } }

    init(_ answer: RESPReply) { self.answer = answer }

    func reply(to words: [String]) -> RESPReply {
        noted.withLock { $0.append(words) }
        return answer
    }
}
