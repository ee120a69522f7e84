-- Removes a value while it is still the expected one. Answers 1 when it was.

local VALUE = KEYS[1]

if foreign() or redis.call('GET', VALUE) ~= argument() then
  return 0
end
redis.call('DEL', VALUE)
return 1
