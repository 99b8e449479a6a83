"""Mistakes with street names. Each returns whether there was something to get wrong."""

from __future__ import annotations

import unicodedata
from random import Random

from loopplank.demo.chance import Chances, happens
from loopplank.demo.mistakes.written import Written
from loopplank.demo.street_words import FIRST_NAMES

SHORT_WORDS = {
    "Burgemeester": ("Burg.", "Bgm.", "Burgem.", "B."),
    "Dokter": ("Dr.",),
    "Dominee": ("Ds.",),
    "Professor": ("Prof.",),
    "Meester": ("Mr.", "Mstr."),
    "Notaris": ("Not.",),
    "Wethouder": ("Weth.",),
    "Jonkheer": ("Jhr.",),
    "Pastoor": ("Past.",),
    "Kapitein": ("Kapt.",),
    "Sint": ("St.", "St"),
    "Dr.": ("Dr",),
    "Ds.": ("Ds",),
    "Prof.": ("Prof",),
    "Mr.": ("Mr",),
    "Ir.": ("Ir",),
    "Jhr.": ("Jhr",),
    "Grote": ("Gr.",),
    "Kleine": ("Kl.",),
    "Oude": ("O.",),
    "Nieuwe": ("Nw.", "Nwe.", "N."),
    "Korte": ("K.",),
    "Lange": ("L.",),
    "Verlengde": ("Verl.", "Verl"),
    "Noorder": ("Nrd.", "N."),
    "Eerste": ("1e",),
    "Tweede": ("2e",),
    "Derde": ("3e",),
    "1e": ("Eerste", "1ste"),
    "2e": ("Tweede", "2de"),
    "Provincialeweg": ("Prov.weg", "Prov. weg"),
    "Rijksweg": ("Rw.",),
}
SHORT_PARTICLES = {
    "van der ": ("v.d. ", "v d ", "vd ", "v. d. "),
    "van den ": ("v.d. ", "vd ", "v. den "),
    "van de ": ("v.d. ", "vd ", "v. de "),
    "van 't ": ("v. 't ", "v.'t "),
    "van ": ("v. ", "v "),
}
SHORT_ENDINGS = {
    "straat": ("str.", "str"),
    "laan": ("ln.", "ln"),
    "weg": ("wg.", "wg"),
    "plein": ("pl.", "pln"),
    "singel": ("sngl.", "sgl"),
    "plantsoen": ("plnts.", "plants."),
    "kade": ("kd.",),
    "dreef": ("dr.",),
    "park": ("prk",),
}
SECOND_ABBREVIATION = 0.35

KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEXT_KEYS = {
    key: row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
    for row in KEYBOARD
    for place, key in enumerate(row)
}
TYPO = Chances({"swap": 25, "next key": 30, "drop": 30, "double": 15})
SHORTEST_REST = 4


def first_word_dropped(written: Written, _rng: Random) -> bool:
    """‘Burgemeester van Brulkemaplein’ becomes ‘van Brulkemaplein’."""
    _, _, rest = written.street.partition(" ")
    if len(rest) < SHORTEST_REST or not rest.lstrip("'")[0].isalpha():
        return False
    written.street = rest
    return True


def street_abbreviated(written: Written, rng: Random) -> bool:
    """One or more parts shortened: titles, particles, first names, endings; some written out instead."""
    before = written.street
    ways = [_word, _particle, _first_name, _ending, _road_number]
    rng.shuffle(ways)
    for shorten in ways:
        shorter = shorten(written.street, rng)
        if shorter != written.street:
            written.street = shorter
            if not happens(rng, SECOND_ABBREVIATION):
                break
    return written.street != before


def _word(street: str, rng: Random) -> str:
    parts = street.split(" ")
    return " ".join(rng.choice(SHORT_WORDS[part]) if part in SHORT_WORDS else part for part in parts)


def _particle(street: str, rng: Random) -> str:
    for particle, shorter in SHORT_PARTICLES.items():
        if f" {particle}" in street:
            return street.replace(particle, rng.choice(shorter), 1)
        if street.startswith(particle.capitalize()):
            short = rng.choice(shorter)
            return (short[0].upper() + short[1:] if happens(rng, 0.7) else short) + street[len(particle) :]
    return street


def _first_name(street: str, _rng: Random) -> str:
    name, _, rest = street.partition(" ")
    return f"{name[0]}. {rest}" if name in FIRST_NAMES else street


def _ending(street: str, rng: Random) -> str:
    for ending, shorter in SHORT_ENDINGS.items():
        if street.endswith(ending) and street != ending:
            return street.removesuffix(ending) + rng.choice(shorter)
    return street


def _road_number(street: str, _rng: Random) -> str:
    """‘Rijksweg A 47’ becomes ‘Rijksweg A47’."""
    return street.replace(" A ", " A").replace(" N ", " N")


def street_misspelt(written: Written, rng: Random) -> bool:
    """One slip of the fingers in a letter after the first."""
    street = written.street
    places = [place for place in range(1, len(street)) if street[place].lower() in NEXT_KEYS]
    if not places:
        return False
    place = rng.choice(places)
    written.street = _slip(street, place, rng)
    return written.street != street


def _slip(street: str, place: int, rng: Random) -> str:
    head, key, tail = street[:place], street[place], street[place + 1 :]
    match TYPO.pick(rng):
        case "swap" if tail:
            return head + tail[0] + key + tail[1:]
        case "drop":
            return head + tail
        case "double":
            return head + key + key + tail
    return head + rng.choice(NEXT_KEYS[key.lower()]) + tail


def accents_lost(written: Written, _rng: Random) -> bool:
    """ë becomes e, and the apostrophe of 't goes too."""
    plain = unicodedata.normalize("NFKD", written.street).encode("ascii", "ignore").decode().replace("'", "")
    if plain == written.street:
        return False
    written.street = plain
    return True
