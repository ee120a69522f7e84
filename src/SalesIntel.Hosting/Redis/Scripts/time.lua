-- Times as microseconds since 1970, which are the order of acceptance, and as texts, as they stand in events.

-- March is the first month here, so that the day which comes and goes is a year's last.
local function microseconds(text)
  local year, month, day, hour, minute, second, fraction =
    string.match(text or '', '^(%d%d%d%d)%-(%d%d)%-(%d%d)T(%d%d):(%d%d):(%d%d)%.(%d%d%d%d%d%d)Z$')
  if not year then
    return 0
  end
  local years = tonumber(year) - (tonumber(month) <= 2 and 1 or 0)
  local ofYear = math.floor((153 * ((tonumber(month) + 9) % 12) + 2) / 5) + tonumber(day) - 1
  local days = years * 365 + math.floor(years / 4) - math.floor(years / 100) + math.floor(years / 400) + ofYear - 719468
  return (days * 86400 + tonumber(hour) * 3600 + tonumber(minute) * 60 + tonumber(second)) * 1000000 + tonumber(fraction)
end

local function text(microseconds)
  local seconds = math.floor(microseconds / 1000000)
  local days = math.floor(seconds / 86400) + 719468
  local era = math.floor(days / 146097)
  local ofEra = days % 146097
  local years = math.floor((ofEra - math.floor(ofEra / 1460) + math.floor(ofEra / 36524) - math.floor(ofEra / 146096)) / 365)
  local ofYear = ofEra - (365 * years + math.floor(years / 4) - math.floor(years / 100))
  local months = math.floor((5 * ofYear + 2) / 153)
  local month = months < 10 and months + 3 or months - 9
  local day = ofYear - math.floor((153 * months + 2) / 5) + 1
  return string.format(
    '%04d-%02d-%02dT%02d:%02d:%02d.%06dZ', years + era * 400 + (month <= 2 and 1 or 0), month, day,
    math.floor(seconds / 3600) % 24, math.floor(seconds / 60) % 60, seconds % 60, microseconds % 1000000)
end
