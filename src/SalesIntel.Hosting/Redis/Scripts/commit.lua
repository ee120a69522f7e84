-- Records what was done about a taken event and what happens next, while its lane is held.
-- Answers 1 when it was written, 0 when the lease was lost; a negative number names the key that is not ours. When that is one of the
-- lane's own, the lane is set aside, so that it keeps no other one waiting.

local DUE, DEAD, PENDING, LEASE, MAILBOX, EVENT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]

local lane, id, token, now, aside = argument(), argument(), argument(), argument(), argument()
local number, sizes = foreign()
if number == 5 or number == 6 then
  if redis.call('GET', LEASE) ~= token then
    return 0
  end
  redis.call('DEL', LEASE)
end
if number and number >= 4 and number <= 6 then
  redis.call('ZADD', DUE, 'XX', aside, lane)
end
if number then
  return -number
end
if redis.call('GET', LEASE) ~= token then
  return 0
end
if sizes[6] == 0 then
  leave(DUE, lane, MAILBOX, LEASE, id, now, true)
  return 0
end

write(EVENT)
if argument() == '1' then
  local attempts = tonumber(redis.call('HGET', EVENT, 'attempts')) or 0
  redis.call('HSET', EVENT, 'attempts', string.format('%d', attempts + 1))
end

-- What happens next.
local step = argument()
if step == 'back' then
  redis.call('ZADD', DUE, argument(), lane)
  redis.call('DEL', LEASE)
elseif step == 'end' then
  local life, cutoff = argument(), argument()
  redis.call('PEXPIRE', EVENT, life)
  if cutoff ~= '' then
    setAside({ DEAD, PENDING }, id, now, cutoff, life)
  end
  leave(DUE, lane, MAILBOX, LEASE, id, now, true)
elseif step == 'move' then
  local other, mailbox, order, channel = argument(), KEYS[tonumber(argument())], argument(), argument()
  enter(DUE, other, mailbox, id, order, now, channel)
  leave(DUE, lane, MAILBOX, LEASE, id, now, true)
end

-- Leads: fields to remove and to set.
for _ = 1, tonumber(argument()) do
  local key, life, removed = KEYS[tonumber(argument())], argument(), arguments()
  for _, field in ipairs(removed) do
    redis.call('HDEL', key, field)
  end
  write(key)
  redis.call('PEXPIRE', key, life)
end

-- Hours: entries, whose scores are all equal.
for _ = 1, tonumber(argument()) do
  local key, entry, life = KEYS[tonumber(argument())], argument(), argument()
  redis.call('ZADD', key, 0, entry)
  redis.call('PEXPIRE', key, life)
end

-- Values.
for _ = 1, tonumber(argument()) do
  local key, value, life = KEYS[tonumber(argument())], argument(), argument()
  redis.call('SET', key, value, 'PX', life)
end
return 1
