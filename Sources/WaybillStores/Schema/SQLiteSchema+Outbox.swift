extension SQLiteSchema {
    /// The rows that wait, and those that somebody has to look at, are few beside those that were sent.
    static let outbox = [
        """
        CREATE TABLE IF NOT EXISTS waybill_outbox (
          outbox text NOT NULL,
          id text NOT NULL,
          operation text NOT NULL,
          state text NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'inDoubt', 'discarded')),
          attempts integer NOT NULL DEFAULT 0,
          fence integer NOT NULL DEFAULT 0,
          added_at integer NOT NULL,
          first_sent_at integer,
          pending_ms integer,
          due_at integer NOT NULL,
          ended_at integer,
          keep_until integer,
          failure text,
          answer text,
          request text NOT NULL,
          PRIMARY KEY (outbox, id))
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_due ON waybill_outbox (outbox, due_at, id)
          WHERE state IN ('queued', 'sending')
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_aside ON waybill_outbox (outbox, state, added_at, id)
          WHERE state IN ('refused', 'inDoubt')
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_end ON waybill_outbox (keep_until)
          WHERE state IN ('sent', 'refused', 'discarded')
        """,
    ]
}
