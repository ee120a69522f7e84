-- Stands in front of every script. ARGV[1] has a letter for each of KEYS, which says what it holds; what follows is read in its order.

local TYPES = { s = 'string', z = 'zset', h = 'hash' }

local position = 1

local function argument()
  position = position + 1
  return ARGV[position]
end

-- A list, in front of which stands how many it has.
local function arguments()
  local list = {}
  for index = 1, tonumber(argument()) do
    list[index] = argument()
  end
  return list
end

local function holds(key, type)
  local found = redis.call('TYPE', key).ok
  return found == 'none' or found == type
end

-- The number of the first of KEYS that holds a value of another program; nil when none does. What a script has written stays written when
-- it fails, so it asks before it writes anything.
local function foreign()
  for number, key in ipairs(KEYS) do
    if not holds(key, TYPES[string.sub(ARGV[1], number, number)]) then
      return number
    end
  end
  return nil
end

-- In portions, because a call takes a limited number of arguments.
local function write(key, fields)
  for first = 1, #fields, 1000 do
    redis.call('HSET', key, unpack(fields, first, math.min(first + 999, #fields)))
  end
end

local function enter(due, lane, mailbox, id, order, now, channel)
  redis.call('ZADD', mailbox, order, id)
  redis.call('ZADD', due, 'NX', now, lane)
  redis.call('PUBLISH', channel, '')
end

-- A lane without events is gone. One that was held for the event that leaves is due for the next; else whoever holds it keeps it.
local function leave(due, lane, mailbox, lease, id, now, isHeld)
  redis.call('ZREM', mailbox, id)
  if redis.call('EXISTS', mailbox) == 0 then
    redis.call('ZREM', due, lane)
    redis.call('DEL', lease)
  elseif isHeld then
    redis.call('ZADD', due, now, lane)
    redis.call('DEL', lease)
  end
end

-- What is on a list of dead letters ends with its event, and a list with its last.
local function setAside(lists, id, now, cutoff, life)
  for _, list in ipairs(lists) do
    redis.call('ZADD', list, 'NX', now, id)
    redis.call('ZREMRANGEBYSCORE', list, '-inf', cutoff)
    redis.call('PEXPIRE', list, life)
  end
end

-- Where an event stands that begins, or begins again: in a lane, where it neither expires nor is evicted, or aside.
local function stand(event, id, order, now, due, lists, mailbox)
  if argument() == 'lane' then
    local lane, channel = argument(), argument()
    enter(due, lane, mailbox, id, order, now, channel)
    return
  end
  local life, cutoff = argument(), argument()
  redis.call('PEXPIRE', event, life)
  if cutoff ~= '' then
    setAside(lists, id, now, cutoff, life)
  end
end
