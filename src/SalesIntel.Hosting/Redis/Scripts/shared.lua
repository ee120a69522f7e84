-- Stands in front of every script. ARGV[1] has a letter for each of KEYS, which says what it holds; what follows is read in its order.

-- What can be asked of each kind of value alone: cheaper than its type, whose answer is a table.
local SIZE_OF = { string = 'STRLEN', zset = 'ZCARD', hash = 'HLEN' }
local KINDS = { [115] = 'string', [122] = 'zset', [104] = 'hash' }

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

-- How much there is at a key, 0 when nothing is; nil when it is a value of another program.
local function size(key, kind)
  local answer = redis.pcall(SIZE_OF[kind], key)
  if type(answer) == 'number' then
    return answer
  elseif string.sub(answer.err, 1, 9) == 'WRONGTYPE' then
    return nil
  end
  return redis.call(SIZE_OF[kind], key)
end

-- The number of the first of KEYS that holds a value of another program; nil when none does, and then how much there is at each. What a
-- script has written stays written when it fails, so it asks before it writes anything.
local function foreign()
  local kinds, sizes = ARGV[1], {}
  for number = 1, #KEYS do
    local found = size(KEYS[number], KINDS[string.byte(kinds, number)])
    if not found then
      return number
    end
    sizes[number] = found
  end
  return nil, sizes
end

-- Sets the fields of the list that comes next, in portions, because a call takes a limited number of arguments.
local function write(key)
  local count = tonumber(argument())
  for first = 1, count, 1000 do
    redis.call('HSET', key, unpack(ARGV, position + first, position + math.min(first + 999, count)))
  end
  position = position + count
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
local function stand(where, event, id, order, now, due, lists, mailbox)
  if where == 'lane' then
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
