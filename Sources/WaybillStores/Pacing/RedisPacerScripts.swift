/// The scripts of a pacer on Redis: `PlaceLog`'s decision.
///
/// A sorted set has the places, each with its time in microseconds as member and score, and the end of a hold. Numbers go out as
/// text with all their digits.
enum RedisPacerScripts {
    static let reserve = """
        local key, now = KEYS[1], redis.call('TIME')
        now = now[1] * 1000000 + now[2]
        local place, longest = now + tonumber(ARGV[2]), 0
        local hold = redis.call('ZSCORE', key, 'hold')
        local holdRank = redis.call('ZREVRANK', key, 'hold')
        if hold then place = math.max(place, tonumber(hold)) end
        for index = 3, #ARGV, 2 do
          local rank, window = tonumber(ARGV[index]) - 1, tonumber(ARGV[index + 1])
          if holdRank and holdRank <= rank then rank = rank + 1 end
          local last = redis.call('ZREVRANGE', key, rank, rank, 'WITHSCORES')[2]
          if last then place = math.max(place, tonumber(last) + window) end
          longest = math.max(longest, window)
        end
        local limit = tonumber(ARGV[1])
        if limit >= 0 and place - now > limit then return false end
        while redis.call('ZSCORE', key, string.format('%.0f', place)) do place = place + 1 end
        redis.call('ZREMRANGEBYSCORE', key, '-inf', string.format('%.0f', now - longest))
        redis.call('ZADD', key, string.format('%.0f', place), string.format('%.0f', place))
        local last = redis.call('ZREVRANGE', key, 0, 0, 'WITHSCORES')[2]
        redis.call('PEXPIRE', key, string.format('%.0f', math.ceil((tonumber(last) - now + longest) / 1000)))
        return {string.format('%.0f', place), place - now}
        """

    static let hold = """
        local key, now = KEYS[1], redis.call('TIME')
        now = now[1] * 1000000 + now[2]
        local length = tonumber(ARGV[1])
        redis.call('ZADD', key, 'GT', string.format('%.0f', now + length), 'hold')
        local left = math.ceil(length / 1000) + 1
        if redis.call('PTTL', key) < left then redis.call('PEXPIRE', key, string.format('%.0f', left)) end
        return 1
        """
}
