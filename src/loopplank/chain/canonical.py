"""The one form in which equal blocks are equal texts."""

from __future__ import annotations

import json
from datetime import date

from loopplank.chain.blocks import Block, Item

Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"]


def canonical(block: Block) -> dict[str, Plain]:
    """A block as plain values, with lists sorted and what is not filled in left out."""
    fields = type(block).model_fields
    values = {field.alias or name: getattr(block, name) for name, field in fields.items()}
    return {key: _plain(value) for key, value in values.items() if value not in (None, (), {})}


def _plain(value: object) -> Plain:
    match value:
        case Block():
            return canonical(value)
        case tuple() if all(isinstance(one, Item) for one in value):
            return [canonical(one) for one in sorted(value, key=lambda item: item.identity)]
        case tuple():
            return sorted((_plain(one) for one in value), key=json.dumps)
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case date():
            return value.isoformat()
        case bool() | int() | float() | str():
            return value
    raise TypeError(f"A chain holds no {type(value).__name__}.")
