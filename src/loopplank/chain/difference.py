"""What changed between two versions of a chain, item by item, in words.

Both versions are laid out as a list of facts, each with its path in words; the facts are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum

from loopplank.chain.blocks import Block, Item
from loopplank.chain.definition import Chain
from loopplank.chain.registers import Register
from loopplank.chain.wording import fold, quoted
from loopplank.kernel.transitions import label


class ChangeKind(StrEnum):
    """How something changed; the value is what people read."""

    ADDED = "nieuw"
    REMOVED = "vervallen"
    CHANGED = "gewijzigd"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where, in words, and what it was and became.

    ``before`` is None for what is new, ``after`` for what is gone; both may be empty text.
    """

    path: str
    kind: ChangeKind
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.kind is ChangeKind.CHANGED:
            return f"{self.kind}: {self.path}: ‘{self.before}’ wordt ‘{self.after}’"
        value = self.after if self.kind is ChangeKind.ADDED else self.before
        return f"{self.kind}: {self.path}: {value}" if value else f"{self.kind}: {self.path}"


# What tells a fact from the others, and its place among them: per step the number of the field, and
# the item in it.
Key = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something that a chain says: an item that exists, or a value within an item or the chain."""

    key: Key
    steps: tuple[str, ...]
    text: str
    item: Key = ()
    is_item: bool = False

    def within(self, number: int, step: str, part: str = "") -> _Fact:
        """A fact one step further, without its text yet."""
        return replace(
            self, key=(*self.key, (number, fold(part))), steps=(*self.steps, step), text="", is_item=False
        )


def difference(old: Chain | None, new: Chain) -> list[Change]:
    """Every change from one chain to the next; without an old one, everything is new.

    Items are recognised by their code or own word, never by their place in a file. Of an item that is
    new or gone the caption is told and not each value. The order is that of the schema, and within a
    list that of the codes: the same two chains always give the same list.
    """
    before = {} if old is None else {fact.key: fact for fact in _facts(old)}
    after = {fact.key: fact for fact in _facts(new)}
    changes = []
    for key in sorted(before.keys() | after.keys()):
        fact = after[key] if key in after else before[key]
        told_with_its_item = not fact.is_item and (fact.item in before) != (fact.item in after)
        change = None if told_with_its_item else _change(before.get(key), after.get(key))
        if change is not None:
            changes.append(change)
    return changes


def _change(was: _Fact | None, now: _Fact | None) -> Change | None:
    if was is None and now is not None:
        return Change(_path(now), ChangeKind.ADDED, None, now.text)
    if now is None and was is not None:
        return Change(_path(was), ChangeKind.REMOVED, was.text, None)
    if was is None or now is None or now.is_item or was.text == now.text:
        return None
    return Change(_path(now), ChangeKind.CHANGED, was.text, now.text)


def _path(fact: _Fact) -> str:
    return " · ".join(step for step in fact.steps if step)


def _facts(block: Block, at: _Fact = _Fact((), (), "")) -> Iterator[_Fact]:
    for number, (name, field) in enumerate(type(block).model_fields.items()):
        yield from _value_facts(getattr(block, name), at, number, str(field.title))


def _value_facts(value: object, at: _Fact, number: int, title: str) -> Iterator[_Fact]:
    match value:
        case None:
            return
        case Item():
            step = value.identity if isinstance(value, Register) else f"{title} ‘{value.identity}’"
            there = at.within(number, step, value.identity)
            there = replace(there, item=there.key)
            yield replace(there, text=value.caption, is_item=True)
            yield from _facts(value, there)
        case Block():
            yield from _facts(value, at.within(number, title))
        case tuple():
            for one in value:
                if isinstance(one, Item):
                    yield from _value_facts(one, at, number, title)
                else:
                    yield replace(at.within(number, title, _text(one)), text=_text(one))
        case dict():
            for name, one in value.items():
                yield from _value_facts(one, at.within(number, f"{title} ‘{name}’", name), 0, "")
        case _:
            yield replace(at.within(number, title), text=_text(value))


def _text(value: object) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case date():
            return f"{value:%d-%m-%Y}"
        case Enum():
            return label(value)
        case tuple():
            return quoted(sorted(str(one) for one in value))
    return str(value)
