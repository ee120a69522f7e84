"""Writes zone-countries.txt, the table of zones and their countries, from the machine's tz database.

    python3 src/SalesIntel.Core/Text/Data/zone-countries.py [/usr/share/zoneinfo]

zone.tab gives each zone's country (of several that share a zone, the one it is named after); tzdata.zi gives the other names of zones.
"""
import pathlib
import sys

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo")
TARGET = pathlib.Path(__file__).with_suffix(".txt")

# iso3166.tab has short forms of its own; these are the ones that people write.
NAMES = {
    "AS": "American Samoa", "BQ": "Caribbean Netherlands", "CC": "Cocos Islands", "CD": "Democratic Republic of the Congo",
    "CF": "Central African Republic", "CG": "Republic of the Congo", "CZ": "Czechia", "FK": "Falkland Islands", "GB": "United Kingdom",
    "KP": "North Korea", "KR": "South Korea", "MF": "Saint Martin", "MM": "Myanmar", "PN": "Pitcairn Islands", "SX": "Sint Maarten",
    "SZ": "Eswatini", "TC": "Turks and Caicos Islands", "TF": "French Southern Territories", "TL": "Timor-Leste",
    "UM": "United States", "VC": "Saint Vincent and the Grenadines", "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands", "WS": "Samoa",
}

# Links that lead to a zone of another country, because clocks there agree since 1970.
LINKED_ABROAD = {
    "Africa/Asmera": "ER", "Africa/Timbuktu": "ML", "America/Coral_Harbour": "CA", "America/Virgin": "VI", "Antarctica/South_Pole": "AQ",
    "Atlantic/Jan_Mayen": "SJ", "Iceland": "IS", "Pacific/Johnston": "UM", "Pacific/Ponape": "FM", "Pacific/Truk": "FM", "Pacific/Yap": "FM",
}

# Rules of clocks, which name no country.
NO_COUNTRY = {
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET", "Factory",
    "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "UCT", "UTC", "Universal", "Zulu",
}


def rows(name):
    for line in (SOURCE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def country_name(code, name):
    name = NAMES.get(code, name).replace(" & ", " and ")
    return "Saint " + name[3:] if name.startswith("St ") else name


countries = {code: country_name(code, name) for code, name in rows("iso3166.tab")}
zones = {row[2]: row[0] for row in rows("zone.tab")}
shared = {row[2]: row[0].split(",") for row in rows("zone1970.tab")}

for line in (SOURCE / "tzdata.zi").read_text(encoding="utf-8").splitlines():
    if not line.startswith("L "):
        continue
    _, target, alias = line.split(" ")
    if alias in zones or alias in NO_COUNTRY or alias.startswith("Etc/"):
        continue
    if alias in LINKED_ABROAD:
        zones[alias] = LINKED_ABROAD[alias]
    elif target in zones:
        zones[alias] = zones[target]
    else:
        sys.exit(f"{alias} is another name of {target}, which has no country: add one of them above.")

# An old name is that of a place in the country of the new one, unless it is listed above. This shows what to look at.
for alias, code in sorted(zones.items()):
    if alias in shared and code not in shared[alias]:
        sys.exit(f"{alias} is in {code} by zone.tab and in {shared[alias]} by zone1970.tab.")

version = (SOURCE / "tzdata.zi").read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# version ")
with TARGET.open("w", encoding="utf-8", newline="\n") as out:
    out.write(f"# Zones and their countries, tz database {version} (public domain). Made by zone-countries.py; do not edit.\n")
    for country in sorted({countries[code] for code in zones.values()}):
        names = sorted(zone for zone, code in zones.items() if countries[code] == country)
        out.write(f"{country}: {' '.join(names)}\n")
print(f"{len(zones)} zones of {len({countries[code] for code in zones.values()})} countries")
