-- Gives back what a claim has taken whose answer was lost. Its lanes are found by the end of their leases, and are its own by their tokens.
-- Answers how many there were.

local DUE = KEYS[1]

if foreign() then
  return 0
end

local prefix, leased, base, now = argument(), argument(), argument(), argument()
local count = 0
for _, lane in ipairs(redis.call('ZRANGEBYSCORE', DUE, leased, leased)) do
  local mailbox, lease = prefix .. 'lane:' .. lane, prefix .. 'lease:' .. lane
  local token = size(lease, 'string') and size(mailbox, 'zset') and redis.call('GET', lease)
  if token and string.sub(token, 1, #base) == base then
    local id = redis.call('ZRANGE', mailbox, 0, 0)[1]
    local event = id and prefix .. 'event:' .. id
    if event and size(event, 'hash') and redis.call('HGET', event, 'status') == 'processing' then
      redis.call('HSET', event, 'status', 'queued')
    end
    redis.call('ZADD', DUE, now, lane)
    redis.call('DEL', lease)
    count = count + 1
  end
end
return count
