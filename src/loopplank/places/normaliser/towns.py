"""One key for the ways in which a town or municipality is written."""

from __future__ import annotations

import functools

from loopplank.places.normaliser.words import words

SHORT = {"sint": "st", "sinte": "st", "nieuwe": "nw", "nieuw": "nw", "oude": "oud", "gemeente": ""}
# "Groningen (gem.)", "Delfzijl NL": said about a town, not part of its name.
SAID_ABOUT = frozenset("gem nl gn gr prov".split())


@functools.lru_cache(maxsize=2**14)
def town_key(name: str) -> str:
    """The key of a town's name: lower-case letters without spaces; empty for no name.

    >>> town_key("'t Zandt"), town_key("St. Annen")
    ('tzandt', 'stannen')
    """
    plain = words(name)
    kept = [word for word in plain if word not in SAID_ABOUT] if len(plain) > 1 else plain
    return "".join(SHORT.get(word, word) for word in kept)
