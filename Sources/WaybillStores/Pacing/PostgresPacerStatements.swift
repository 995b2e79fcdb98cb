/// The statements of a pacer on PostgreSQL: `PlaceLog`'s decision.
enum PostgresPacerStatements {
    /// Takes the next place, or none where it is too far away.
    ///
    /// Who waits for another's row sees that row as it is then, and the time as it is then: no other row is read, and the
    /// clock, which goes on within a statement, is asked when the row is there. `OFFSET 0` keeps it from being asked twice.
    static let reserve = """
        INSERT INTO waybill_pacing AS p (key, places, place, wait, ends_at)
        SELECT $1::text, ARRAY[clock.now + $6::bigint], clock.now + $6::bigint, $6::bigint, clock.now + $6::bigint + $5::bigint
        FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now OFFSET 0) AS clock
        ON CONFLICT (key) DO UPDATE SET (places, place, wait, ends_at) = (
          SELECT
            CASE WHEN answer.fits THEN (
              SELECT array_agg(old ORDER BY old) FROM unnest(p.places || answer.place) AS old
              WHERE old > answer.now - $5::bigint)
            ELSE p.places END,
            CASE WHEN answer.fits THEN answer.place END,
            answer.place - answer.now,
            CASE WHEN answer.fits THEN greatest(p.ends_at, answer.place + $5::bigint) ELSE p.ends_at END
          FROM (
            SELECT next.now, next.place, $2::bigint < 0 OR next.place - next.now <= $2::bigint AS fits
            FROM (
              SELECT clock.now, greatest(clock.now + $6::bigint, p.held_until, (
                SELECT max(p.places[cardinality(p.places) - rate.count + 1] + rate.span)
                FROM unnest($3::text::int[], $4::text::bigint[]) AS rate (count, span))) AS place
              FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now OFFSET 0) AS clock OFFSET 0
            ) AS next OFFSET 0
          ) AS answer)
        RETURNING place::text, wait::text
        """

    static let release = """
        UPDATE waybill_pacing SET
          places = places[:array_position(places, $2::bigint) - 1] || places[array_position(places, $2::bigint) + 1:]
        WHERE key = $1::text AND $2::bigint = ANY (places)
        """

    static let hold = """
        INSERT INTO waybill_pacing AS p (key, held_until, ends_at)
        SELECT $1::text, clock.now + $2::bigint, clock.now + $2::bigint
        FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now OFFSET 0) AS clock
        ON CONFLICT (key) DO UPDATE SET
          held_until = greatest(p.held_until, excluded.held_until), ends_at = greatest(p.ends_at, excluded.held_until)
        """

    static let removeEnded = """
        DELETE FROM waybill_pacing WHERE key IN (
          SELECT key FROM waybill_pacing WHERE ends_at < (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
          LIMIT 10000 FOR UPDATE SKIP LOCKED)
        RETURNING 'ended'
        """
}
