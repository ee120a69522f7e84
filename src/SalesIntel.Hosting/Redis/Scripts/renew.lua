-- Prolongs a lease. Answers 1 when it is still held, else 0; a negative number names the key that is not ours.

local DUE, LEASE = KEYS[1], KEYS[2]

local number = foreign()
if number then
  return -number
end

local lane, token, leased, life = argument(), argument(), argument(), argument()
if redis.call('GET', LEASE) ~= token then
  return 0
end
redis.call('ZADD', DUE, leased, lane)
redis.call('PEXPIRE', LEASE, life)
return 1
