-- Answers 1 to one caller at a time once the pause is over; a negative number when the circuit's key is not ours.

local CIRCUIT = KEYS[1]

if foreign() then
  return -1
end

local now, lapses = argument(), argument()
local known = redis.call('HMGET', CIRCUIT, 'until', 'probe_until')
if not known[1] or (tonumber(known[1]) or 0) > tonumber(now) or (tonumber(known[2]) or 0) > tonumber(now) then
  return 0
end
redis.call('HSET', CIRCUIT, 'probe_until', lapses)
return 1
