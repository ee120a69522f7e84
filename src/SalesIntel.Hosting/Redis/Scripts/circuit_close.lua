-- Closes a circuit. Answers what was open (since, until, reason), nothing when it was closed; a negative number when its key is not ours.

local CIRCUIT = KEYS[1]

if foreign() then
  return -1
end

local known = redis.call('HMGET', CIRCUIT, 'since', 'until', 'reason')
redis.call('DEL', CIRCUIT)
return known
