import Testing

/// All tests that open sockets: one after another, so that their times and descriptor counts mean something.
@Suite(.serialized) struct SocketTests {}
