extension PostgresSchema {
    /// One row a key, whose lock puts those who ask into an order; times are microseconds since 1970.
    static let pacing = """
            CREATE TABLE waybill_pacing (
              key text PRIMARY KEY,
              places bigint[] NOT NULL DEFAULT '{}',
              held_until bigint NOT NULL DEFAULT 0,
              place bigint,
              wait bigint,
              ends_at bigint NOT NULL DEFAULT 0) WITH (fillfactor = 50);
        """
}
