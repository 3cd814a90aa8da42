"""Write `verify/data/countries.toml` and `states.toml`: names, adjectives, inhabitants, capitals and provinces.

usage: python training/make_gazetteer.py

Sources: country names from the Unicode CLDR through babel (Unicode licence v3, BSD); demonyms, capitals and provinces from countryinfo (MIT).
What both lack (short forms that newspapers use, inhabitants that differ from the adjective, the states of the United States with
the abbreviations of news style) stands in `EXTRA`, `CROSS_BORDER` and `STATES` below.
"""

from __future__ import annotations

import pathlib

from babel import Locale
from countryinfo import all_countries

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


if __name__ == "__main__":
    (DATA / "countries.toml").write_text(countries())
    (DATA / "states.toml").write_text(states())
