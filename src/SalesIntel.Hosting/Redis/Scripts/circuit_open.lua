-- Opens a circuit or prolongs it. Answers 1 when it was closed before; a negative number when its key is not ours.

local CIRCUIT = KEYS[1]

if foreign() then
  return -1
end

local now, asked, reason, rest = argument(), argument(), argument(), argument()
local known = redis.call('HMGET', CIRCUIT, 'since', 'until')
local longest = (tonumber(known[2]) or 0) > tonumber(asked) and known[2] or asked
redis.call('HSET', CIRCUIT, 'since', known[1] or now, 'until', longest, 'reason', reason)
redis.call('HDEL', CIRCUIT, 'probe_until')
local left = math.max(tonumber(longest) - tonumber(now), 0) / 1000
redis.call('PEXPIRE', CIRCUIT, string.format('%.0f', left + tonumber(rest)))
return known[1] and 0 or 1
