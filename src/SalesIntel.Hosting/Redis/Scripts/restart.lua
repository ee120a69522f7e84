-- Has an event start again: as it is, or with another body.
-- Answers 1 when it was done, 0 when there is no such event, 2 when it may not be; a negative number, or as text its name, says which key
-- is not ours.

local EVENT, DUE, DEAD, PENDING, MAILBOX = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local number, sizes = foreign()
if number then
  return -number
end
if sizes[1] == 0 then
  return 0
end

local prefix, id, now, guard, forgotten, where, removed =
  argument(), argument(), argument(), argument(), argument(), argument(), arguments()
local stands = redis.call('HMGET', EVENT, 'status', 'lane', 'verified', 'created_at')
local status, lane = stands[1], stands[2]
local isInLane = status == 'queued' or status == 'processing'
if (guard == 'ended' and isInLane) or (guard == 'unverified' and stands[3] == '1') then
  return 2
end

-- Out of its lane, away from whoever works on it.
if isInLane and lane then
  local mailbox, lease = prefix .. 'lane:' .. lane, prefix .. 'lease:' .. lane
  if not size(mailbox, 'zset') then
    return mailbox
  end
  if not size(lease, 'string') then
    return lease
  end
  leave(DUE, lane, mailbox, lease, id, now, status == 'processing')
end
redis.call('ZREM', DEAD, id)
redis.call('ZREM', PENDING, id)

-- What was done is forgotten: all of it, or what has a state.
for _, field in ipairs(redis.call('HKEYS', EVENT)) do
  if string.sub(field, 1, 7) == 'ledger:' then
    local isRead, entry = pcall(cjson.decode, redis.call('HGET', EVENT, field))
    if forgotten == '' or (isRead and type(entry) == 'table' and entry.state == forgotten) then
      redis.call('HDEL', EVENT, field)
    end
  end
end
for _, field in ipairs(removed) do
  redis.call('HDEL', EVENT, field)
end
write(EVENT)
redis.call('PERSIST', EVENT)

-- Its place in a lane is that of its acceptance.
local order = string.format('%.0f', microseconds(stands[4]))
stand(where, EVENT, id, order, now, DUE, { DEAD, PENDING }, MAILBOX)
return 1
