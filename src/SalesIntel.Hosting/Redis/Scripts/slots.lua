-- Divides the slots of a name anew for a process that asks. Answers how many it holds, how many it is to keep, and how many processes have
-- asked lately; a negative number when the key is not ours. The rule is that of SlotDivision.

local SLOTS = KEYS[1]

if foreign() then
  return -1
end

local holder, now, life = argument(), tonumber(argument()), tonumber(argument())
local inUse, wanted, capacity = tonumber(argument()), tonumber(argument()), tonumber(argument())
local channel, message = argument(), argument()

-- Who else takes part, what was known about the one that asks, and what has lapsed.
local before = { holder = holder, held = 0, wanted = 0, turn = 0 }
local others, active, freed, latest, longest = {}, {}, false, 0, now + life
local stored = redis.call('HGETALL', SLOTS)
for index = 1, #stored, 2 do
  local held, wants, most, turn, ends = string.match(stored[index + 1], '^(%d+) (%d+) (%d+) (%d+) (%d+)$')
  local row = {
    holder = stored[index], held = tonumber(held), wanted = tonumber(wants), capacity = tonumber(most), turn = tonumber(turn),
    ends = tonumber(ends),
  }
  if not ends or row.ends <= now then
    redis.call('HDEL', SLOTS, row.holder)
    freed = freed or (ends and row.held > 0)
  else
    latest = math.max(latest, row.turn)
    longest = math.max(longest, row.ends)
    if row.holder == holder then
      before = row
    else
      others[#others + 1] = row
    end
  end
end

local asked = { holder = holder, held = before.held, wanted = wanted, capacity = capacity, turn = before.turn }
local taken, isAnyShort = 0, false
for _, row in ipairs(others) do
  taken = taken + row.held
  isAnyShort = isAnyShort or row.held < row.wanted
  if row.held > 0 or row.wanted > 0 then
    active[#active + 1] = row
    capacity = math.min(capacity, row.capacity)
  end
end
if asked.held > 0 or asked.wanted > 0 then
  active[#active + 1] = asked
end

-- One after the other each gets one more until nothing is left or nobody wants more.
table.sort(active, function(left, right)
  if left.turn ~= right.turn then
    return left.turn < right.turn
  end
  return left.holder < right.holder
end)
local left, given = capacity, true
while given and left > 0 do
  given = false
  for _, row in ipairs(active) do
    row.share = row.share or 0
    if left > 0 and row.share < row.wanted then
      row.share = row.share + 1
      left = left - 1
      given = true
    end
  end
end

local share = asked.share or 0
local held = math.max(math.min(share, math.max(0, capacity - taken)), math.min(inUse, before.held))
local turn = before.turn
if held > 0 and before.held == 0 then
  turn = latest + 1
end
redis.call('HSET', SLOTS, holder, string.format('%d %d %d %d %d', held, wanted, asked.capacity, turn, now + life))
redis.call('PEXPIRE', SLOTS, longest - now)

freed = freed or held < before.held
local waits = held < wanted and (before.held >= before.wanted or wanted > before.wanted)
if (freed and isAnyShort) or (waits and taken > 0) then
  redis.call('PUBLISH', channel, message)
end
return { held, share, #others + 1 }
