-- Takes the lanes that have been due for longest, and with each its first event.
-- Answers what was taken (lane, token, the status before, the event's id and hash), what was taken out of lanes because it is not to run there
-- (lane, event, reason), the lanes that are set aside because a key of theirs is not ours (lane, key), and 1 when more may be due; a
-- negative number when the queue itself is not ours.

local DUE = KEYS[1]

if foreign() then
  return -1
end

local prefix, now, leased, life, base, atMost, updated, aside, mostBytes =
  argument(), argument(), argument(), argument(), argument(), tonumber(argument()), argument(), argument(), tonumber(argument())
local taken, dropped, setAsideLanes = {}, {}, {}
local bytes = 0

-- Nobody else is served meanwhile, so there is an end to looking.
local looks = atMost + 200

local function whyStray(lane, event)
  if not size(event, 'hash') then
    return 'its key holds no event any more'
  end
  local stands = redis.call('HMGET', event, 'status', 'lane')
  local status = stands[1]
  if not status and not stands[2] then
    return 'it is not kept any more'
  elseif stands[2] ~= lane then
    return 'it stands in another lane'
  elseif status == 'processed' or status == 'ignored' or status == 'failed' then
    return 'it has ended'
  end
  return nil, status or ''
end

local function take(lane)
  local mailbox, lease = prefix .. 'lane:' .. lane, prefix .. 'lease:' .. lane
  local wrong = (not size(mailbox, 'zset') and mailbox) or (not size(lease, 'string') and lease)
  if wrong then
    redis.call('ZADD', DUE, aside, lane)
    table.insert(setAsideLanes, { lane, wrong })
    return
  end
  while looks > 0 do
    looks = looks - 1
    local id = redis.call('ZRANGE', mailbox, 0, 0)[1]
    if not id then
      redis.call('ZREM', DUE, lane)
      redis.call('DEL', lease)
      return
    end
    local event = prefix .. 'event:' .. id
    local reason, status = whyStray(lane, event)
    if not reason then
      local token = base .. '-' .. (#taken + 1)
      redis.call('HSET', event, 'status', 'processing', 'updated_at', updated)
      redis.call('SET', lease, token, 'PX', life)
      redis.call('ZADD', DUE, leased, lane)
      bytes = bytes + redis.call('HSTRLEN', event, 'payload')
      table.insert(taken, { lane, token, status, id, redis.call('HGETALL', event) })
      return
    end
    redis.call('ZREM', mailbox, id)
    table.insert(dropped, { lane, id, reason })
  end
end

local more = true
while more and #taken < atMost and looks > 0 and bytes < mostBytes do
  local due = redis.call('ZRANGEBYSCORE', DUE, '-inf', now, 'LIMIT', 0, atMost - #taken)
  more = #due > 0
  for _, lane in ipairs(due) do
    if looks > 0 and bytes < mostBytes then
      take(lane)
    end
  end
end
return { taken, dropped, setAsideLanes, more and 1 or 0 }
