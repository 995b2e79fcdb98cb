import Testing

/// All tests that open sockets: one after another, so that their descriptor counts mean something.
///
/// No test measures how soon something ends. A peer that stalls does so for longer than the time limit: what would wait
/// for it runs into that.
@Suite(.serialized, .timeLimit(.minutes(30))) struct SocketTests {}
