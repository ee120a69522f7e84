// Writes countries.txt: countries with their codes and the names that people write, from the machine's ISO codes and CLDR names.
//
//     node src/SalesIntel.Core/Text/Data/countries.mjs [/usr/share/iso-codes/json/iso_3166-1.json]
//
// The first name of a line is the one of zone-countries.txt, so that a stated country and one told by a time zone are the same text.
import { readFileSync, writeFileSync } from "node:fs";

const source = process.argv[2] ?? "/usr/share/iso-codes/json/iso_3166-1.json";
const folder = new URL(".", import.meta.url);
const zones = readFileSync(new URL("zone-countries.txt", folder), "utf8")
    .split("\n").filter(line => line && !line.startsWith("#")).map(line => line.split(": ")[0]);

// Languages of forms, besides those of the country itself.
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr"];

// Where a country has several languages: those that its own name is written in.
const spoken = {
    BE: ["nl", "fr", "de"], CA: ["en", "fr"], CH: ["de", "fr", "it", "rm"], ES: ["es", "ca", "eu", "gl"], FI: ["fi", "sv"],
    IE: ["en", "ga"], IL: ["he", "ar"], IN: ["hi", "en"], LU: ["fr", "de", "lb"], MA: ["ar", "fr"], NZ: ["en", "mi"], GB: ["en", "cy"],
    SG: ["en", "zh", "ms"], TW: ["zh-Hant"], HK: ["zh-Hant", "en"],
};

// What people write besides: parts of a country that are taken for it, short and older names.
const extra = {
    AE: ["UAE", "Emirates", "VAE", "EAU"], BA: ["Bosnia"], BO: ["Bolivia"], CD: ["DR Congo"], CI: ["Ivory Coast"],
    CN: ["PRC", "PR China"], CZ: ["Czech Republic"], DE: ["BRD", "Deutschl."], GB: ["UK", "U.K.", "Great Britain", "Britain", "England",
        "Scotland", "Wales", "Northern Ireland", "Grossbritannien", "Royaume-Uni", "Grande-Bretagne", "Inglaterra", "Reino Unido"],
    KR: ["Korea"], MK: ["Macedonia"], NL: ["Holland", "The Netherlands", "Niederlande", "Pays-Bas", "Paises Bajos", "Holanda"],
    RU: ["Russian Federation"], SZ: ["Swaziland"], TR: ["Turkey"], US: ["USA", "U.S.A.", "U.S.", "US", "United States of America", "America",
        "The United States", "The US", "States", "Etats-Unis", "EEUU", "EE.UU.", "EUA", "Estados Unidos", "Vereinigte Staaten von Amerika"],
    VN: ["Viet Nam"], PH: ["The Philippines"], MM: ["Burma"], CV: ["Cabo Verde"], PS: ["Palestine"], VA: ["Vatican"],
};

const named = { BQ: "Caribbean Netherlands", CC: "Cocos Islands", CD: "Democratic Republic of the Congo", CG: "Republic of the Congo",
    MM: "Myanmar", HK: "Hong Kong", MO: "Macau", TR: "Turkey", CI: "Côte d'Ivoire", PS: "Palestine", VI: "U.S. Virgin Islands",
    BA: "Bosnia and Herzegovina", VC: "Saint Vincent and the Grenadines", TF: "French Southern Territories", UM: "United States" };
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}]+/gu, " ").trim().toLowerCase().replace(/^st /, "saint ");
const byPlain = new Map(zones.map(zone => [plain(zone), zone]));
const english = new Intl.DisplayNames(["en"], { type: "region" });
const lines = [];
const missing = [];
for (const { alpha_2: code, alpha_3: long } of JSON.parse(readFileSync(source, "utf8"))["3166-1"]) {
    if (code === "UM") {
        continue;
    }

    const cldr = english.of(code).replace(" & ", " and ").replace(" SAR China", "").replace("St. ", "Saint ");
    const name = byPlain.get(plain(named[code] ?? cldr)) ?? byPlain.get(plain(cldr));
    if (!name) {
        missing.push(`${code} ${cldr}`);
    }

    const own = spoken[code] ?? [new Intl.Locale(`und-${code}`).maximize().language];
    const names = [...languages, ...own].map(tag => new Intl.DisplayNames([tag], { type: "region", fallback: "none" }).of(code))
        .filter(text => text && text !== code);
    const all = [...new Set([...names, ...(extra[code] ?? [])])].filter(text => text !== (name ?? cldr));
    lines.push(`${name ?? cldr}: ${[code, long, ...all].join("; ")}`);
}

const order = new Intl.Collator("en");
writeFileSync(new URL("countries.txt", folder),
    `# Countries, codes, names in several languages (ISO 3166-1; CLDR ${process.versions.cldr}, Unicode licence). Made by countries.mjs; do not edit.\n`
    + lines.sort(order.compare).join("\n") + "\n");
console.log(`${lines.length} countries; not in zone-countries.txt: ${missing.join(", ") || "none"}`);
