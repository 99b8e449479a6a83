"""How words of a chain are compared, and the suggestion that a refusal ends with."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

FEW = 8


def fold(word: str) -> str:
    """A word as it is compared: without regard to capitals and to spaces around or between its parts."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def fold_name(name: str) -> str:
    """A geographical name as it is compared: also without regard to accents, hyphens and apostrophes."""
    parts = unicodedata.normalize("NFD", name)
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return fold(plain.replace("-", " ").replace("'", " ").replace("’", " "))


def quoted(words: Iterable[str]) -> str:
    """Words in a sentence: ‘a’, ‘b’."""
    return ", ".join(f"‘{word}’" for word in words)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, if any looks like it."""
    folded = {fold(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """How a sentence about an unknown word ends: with the nearest known word, or with all when few."""
    words = list(dict.fromkeys(known))
    if near := nearest(word, words):
        return f"; bedoelt u ‘{near}’?"
    if 0 < len(words) <= FEW:
        return f"; kies uit {quoted(words)}."
    return "."
