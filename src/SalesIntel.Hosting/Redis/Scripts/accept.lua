-- Stores an event, takes its idempotency key and makes it due.
-- Answers 1 when it is new, 0 when it was accepted before; a negative number names the key that is not ours.

local KEY_OF_REVISION, KEY, EVENT, INDEX = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

local number, sizes = foreign()
if number then
  return -number
end
if sizes[1] > 0 then
  return 0
end

local where, id, order, now, keyLife, indexCutoff, indexLife =
  argument(), argument(), argument(), argument(), argument(), argument(), argument()

-- Besides these there are the keys of the queue, or those of the dead letters.
local due, mailbox = KEYS[5], KEYS[6]

-- An event may be kept for longer than its key; then it is not accepted a second time.
redis.call('SET', KEY_OF_REVISION, id, 'PX', keyLife)
if sizes[2] == 0 then
  redis.call('SET', KEY, id, 'PX', keyLife)
end
if sizes[3] > 0 then
  return 0
end

write(EVENT)

-- Whatever the clocks of several hosts say: what is accepted after another has been accepted comes after it in the lane.
if where == 'lane' and sizes[6] > 0 then
  local last = tonumber(redis.call('ZRANGE', mailbox, -1, -1, 'WITHSCORES')[2])
  if last >= tonumber(order) then
    order = string.format('%.0f', last + 1)
    local at = text(last + 1)
    redis.call('HSET', EVENT, 'created_at', at, 'updated_at', at)
  end
end
redis.call('ZADD', INDEX, order, id)
redis.call('ZREMRANGEBYSCORE', INDEX, '-inf', indexCutoff)
redis.call('PEXPIRE', INDEX, indexLife)
stand(where, EVENT, id, order, now, due, { KEYS[5], KEYS[6] }, mailbox)
return 1
