"""One key for all the ways in which a street name is written.

Names are *shortened*, never spelled out: ``Burgemeester`` can only become ``burg``, but ``B.`` can
become many things. ``Burg. v.d. Bergstr.`` and ``Burgemeester van den Bergstraat`` get one key. That
two different streets of one town share a key is rare, and then postcode or number decide.
"""

from __future__ import annotations

import functools

from loopplank.places.normaliser.words import words

# Words that people leave out or abbreviate at will; a name that consists of nothing else keeps them.
CONNECTORS = frozenset("van der den de het t ten ter te v d vd vdr vh vhet aan op o in en la le du".split())

# NEN 5825 shortens titles much in this way; the left side is what people and registers write.
SHORT = {
    "burgemeester": "burg", "burgem": "burg", "bgm": "burg", "bm": "burg",
    "dokter": "dr", "doctor": "dr", "professor": "prof", "dominee": "ds", "domine": "ds",
    "meester": "mr", "ingenieur": "ir", "pastoor": "past", "pater": "past", "kapelaan": "kap",
    "koningin": "kon", "koning": "kon", "prinses": "pr", "prins": "pr", "prs": "pr",
    "generaal": "gen", "admiraal": "adm", "luitenant": "lt", "luit": "lt", "kapitein": "kapt",
    "kolonel": "kol", "majoor": "maj", "president": "pres", "minister": "min", "sint": "st", "sinte": "st",
    "jonkheer": "jhr", "jonker": "jkr", "jonkvrouw": "jkvr", "baron": "bar", "gebroeders": "gebr",
    "weduwe": "wed", "juffrouw": "juf", "mevrouw": "mevr", "mw": "mevr", "doctorandus": "drs",
    "noordzijde": "nz", "zuidzijde": "zz", "oostzijde": "oz", "westzijde": "wz",
    "noorderzijde": "nz", "zuiderzijde": "zz", "oosterzijde": "oz", "westerzijde": "wz",
    "grote": "grt", "groote": "grt", "gr": "grt", "kleine": "kl", "klein": "kl", "groot": "grt",
    "nieuwe": "nw", "nieuw": "nw", "nwe": "nw", "oude": "oud", "lange": "lang", "korte": "kort",
    "noordelijke": "noord", "zuidelijke": "zuid", "oostelijke": "oost", "westelijke": "west",
    "provinciale": "prov", "industrieterrein": "indterr", "bedrijventerrein": "bedrterr",
    "eerste": "1", "1e": "1", "1ste": "1", "tweede": "2", "2e": "2", "2de": "2", "derde": "3", "3e": "3",
    "3de": "3", "vierde": "4", "4e": "4", "4de": "4", "vijfde": "5", "5e": "5", "5de": "5",
    "zesde": "6", "6e": "6", "6de": "6", "zevende": "7", "7e": "7", "7de": "7", "achtste": "8", "8e": "8",
    "8ste": "8", "negende": "9", "9e": "9", "9de": "9", "tiende": "10", "10e": "10", "10de": "10",
}  # fmt: skip

# What a name ends in, and how registers shorten it; tried in turn, so "straatweg" becomes "strwg".
ENDINGS = (
    ("straat", "str"), ("laan", "ln"), ("plein", "pln"), ("weg", "wg"), ("kade", "kd"), ("singel", "sngl"),
    ("sgl", "sngl"), ("gracht", "grcht"), ("dwars", "dw"), ("pl", "pln"), ("hof", "hf"), ("dijk", "dk"),
)  # fmt: skip


@functools.lru_cache(maxsize=2**17)
def street_key(name: str) -> str:
    """The key of a street name: lower-case letters and digits without spaces; empty for no name."""
    plain = words(name)
    kept = [word for word in plain if word not in CONNECTORS] or plain
    return "".join(_shorten(word) for word in kept)


def initials_fit(name: str, other: str) -> bool:
    """Whether two names are the same but for first names that one of them gives as initials.

    ``A. Kuiperstraat`` fits ``Abraham Kuiperstraat``; ``B. Kuiperstraat`` does not.
    """
    one, two = words(name), words(other)
    if len(one) != len(two) or len(one) < 2:  # noqa: PLR2004 - an initial and a name
        return False
    pairs = list(zip(one, two, strict=True))
    return _shorten(one[-1]) == _shorten(two[-1]) and all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs[:-1]
    )


def _shorten(word: str) -> str:
    if word in SHORT:
        return SHORT[word]
    tail = ""
    while True:
        for ending, short in ENDINGS:
            if word.endswith(ending) and len(word) > len(ending):
                word, tail = word[: -len(ending)], short + tail
                break
        else:
            return _short_ending(SHORT.get(word, word)) + tail


def _short_ending(word: str) -> str:
    """A word that is an ending by itself, as in "Oude Straat"."""
    return next((short for ending, short in ENDINGS if word == ending), word)
