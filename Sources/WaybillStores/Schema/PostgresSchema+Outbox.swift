extension PostgresSchema {
    /// Times are milliseconds since 1970, as SQLite has them too.
    ///
    /// The rows that wait, and those that somebody has to look at, are
    /// few beside those that were sent.
    static let outbox = """
            CREATE TABLE waybill_outbox (
              outbox text NOT NULL,
              id text NOT NULL,
              operation text NOT NULL,
              state text NOT NULL DEFAULT 'queued'
                CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'inDoubt', 'discarded')),
              attempts integer NOT NULL DEFAULT 0,
              fence bigint NOT NULL DEFAULT 0,
              added_at bigint NOT NULL,
              first_sent_at bigint,
              pending_ms bigint,
              due_at bigint NOT NULL,
              ended_at bigint,
              keep_until bigint,
              failure text,
              answer text,
              request text NOT NULL,
              PRIMARY KEY (outbox, id));
            CREATE INDEX waybill_outbox_due ON waybill_outbox (outbox, due_at, id) WHERE state IN ('queued', 'sending');
            CREATE INDEX waybill_outbox_aside ON waybill_outbox (outbox, state, added_at, id)
              WHERE state IN ('refused', 'inDoubt');
            CREATE INDEX waybill_outbox_end ON waybill_outbox (keep_until) WHERE state IN ('sent', 'refused', 'discarded');
        """
}
