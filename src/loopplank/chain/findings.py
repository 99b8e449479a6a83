"""What a check of a whole chain may find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loopplank.chain.blocks import Item
from loopplank.chain.wording import did_you_mean, fold

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree, with the path of the key where it is written.

    ``lacking_in`` is the path of the list in which something was sought and not found, and ``word``
    what was sought: when that list could not be read as a whole, the finding says nothing.
    """

    path: Path
    sentence: str
    lacking_in: Path | None = None
    word: str | None = None


class DisagreementError(ValueError):
    """The blocks of a chain do not agree with one another."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.sentence for finding in findings))
        self.findings = tuple(findings)


def unknown(
    path: Path, word: str, noun: str, *, known: Iterable[str], lacking_in: Path | None = None
) -> Finding:
    """The finding that a word refers to something that is not there."""
    return Finding(path, f"‘{word}’ is geen {noun}{did_you_mean(word, known)}", lacking_in, word)


def repeats(path: Path, items: Sequence[Item]) -> Iterator[Finding]:
    """A finding for every item whose identity another item before it has."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        if fold(item.identity) in seen:
            yield Finding(
                (*path, index, *item.identity_key),
                f"‘{item.identity}’ staat er al; kies een ander of haal dit blok weg.",
            )
        seen.add(fold(item.identity))
