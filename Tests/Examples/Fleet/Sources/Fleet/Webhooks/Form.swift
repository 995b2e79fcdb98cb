import ArgumentParser

/// How receivers keep an event from being worked on twice.
enum Form: String, CaseIterable, Sendable, ExpressibleByArgument {
    case leasePostgres = "lease-postgres"
    case leaseRedis = "lease-redis"
    case transaction
    case inboxPostgres = "inbox-postgres"
    case inboxSQLite = "inbox-sqlite"

    /// What the form promises: nothing twice, or a repeat that the work has to bear.
    var isExactlyOnce: Bool {
        switch self {
        case .leasePostgres, .leaseRedis: false
        case .transaction, .inboxPostgres, .inboxSQLite: true
        }
    }

    var engine: Engine? {
        switch self {
        case .leasePostgres, .transaction, .inboxPostgres: .postgres
        case .leaseRedis: .redis
        case .inboxSQLite: nil
        }
    }
}
