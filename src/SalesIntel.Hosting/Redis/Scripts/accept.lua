-- Stores an event, takes its idempotency key and makes it due.
-- Answers 1 when it is new, 0 when it was accepted before; as text the stamp of the last event of the lane when that is not earlier, so
-- that the order of acceptance holds whatever the clocks of several hosts say; a negative number names the key that is not ours.

local KEY_OF_REVISION, KEY, EVENT, INDEX, DUE, DEAD, PENDING, MAILBOX =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]

local number = foreign()
if number then
  return -number
end
if redis.call('EXISTS', KEY_OF_REVISION) == 1 then
  return 0
end

local id, order, now, keyLife, indexCutoff, indexLife = argument(), argument(), argument(), argument(), argument(), argument()
local fields = arguments()
if MAILBOX then
  local last = redis.call('ZRANGE', MAILBOX, -1, -1, 'WITHSCORES')[2]
  if last and tonumber(last) >= tonumber(order) then
    return last
  end
end

-- An event may be kept for longer than its key; then it is not accepted a second time.
local isNew = redis.call('EXISTS', EVENT) == 0
redis.call('SET', KEY_OF_REVISION, id, 'PX', keyLife)
redis.call('SET', KEY, id, 'PX', keyLife, 'NX')
if not isNew then
  return 0
end

write(EVENT, fields)
redis.call('ZADD', INDEX, order, id)
redis.call('ZREMRANGEBYSCORE', INDEX, '-inf', indexCutoff)
redis.call('PEXPIRE', INDEX, indexLife)
stand(EVENT, id, order, now, DUE, { DEAD, PENDING }, MAILBOX)
return 1
