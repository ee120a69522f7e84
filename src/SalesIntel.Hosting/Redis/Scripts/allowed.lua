-- Uses each command of the scripts, and a key of each kind, in a way that leaves nothing behind: a user that may not use one of them is
-- refused here, and not in the middle of a script that has written something.

local channel = argument()
for _, key in ipairs(KEYS) do
  redis.call('PERSIST', key)
end

local key = KEYS[1]
redis.call('HSET', key, 'a', '1')
for _, read in ipairs({ 'HGETALL', 'HKEYS', 'HLEN', 'EXISTS' }) do
  redis.call(read, key)
end
redis.call('HGET', key, 'a')
redis.call('HMGET', key, 'a', 'b')
redis.call('HSTRLEN', key, 'a')
redis.call('HDEL', key, 'b')
redis.call('PEXPIRE', key, 1000)
redis.call('DEL', key)
redis.call('GET', key)
redis.call('STRLEN', key)
redis.call('ZCARD', key)
redis.call('SET', key, '1', 'PX', 1000, 'XX')
redis.call('ZADD', key, 'XX', 0, 'a')
redis.call('ZRANGE', key, 0, 0)
redis.call('ZRANGEBYSCORE', key, 0, 0)
redis.call('ZREM', key, 'a')
redis.call('ZREMRANGEBYSCORE', key, 0, 0)
redis.call('PUBLISH', channel, '')
return 1
