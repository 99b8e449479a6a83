"""What is wrong with a file, in Dutch: the English of the TOML reader and of pydantic in two tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from loopplank.chain.findings import Path
from loopplank.chain.wording import did_you_mean

TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

# The first words of a message of tomllib, and what to tell instead.
TOML_SENTENCES = {
    "Cannot overwrite a value": "deze sleutel of dit blok staat er al; haal er één weg.",
    "Cannot declare": "deze sleutel of dit blok staat er al; haal er één weg.",
    "Cannot redefine": "deze sleutel of dit blok staat er al; haal er één weg.",
    "Cannot mutate": "dit blok is eerder al afgesloten en kan hier niet worden aangevuld.",
    "Duplicate inline table key": "deze sleutel staat er al; haal er één weg.",
    "Expected '='": "achter een sleutel hoort een = te staan, en dan de waarde.",
    "Expected ']": "de haken van deze kop worden niet goed gesloten.",
    "Expected newline": "achter deze waarde staat nog iets; zet het op een nieuwe regel of achter een #.",
    "Unclosed array": "deze lijst wordt niet gesloten; er ontbreekt een komma of een ].",
    "Unclosed inline table": "dit blok wordt niet gesloten; er ontbreekt een komma of een }.",
    "Unterminated string": "deze tekst wordt niet gesloten; er ontbreekt een aanhalingsteken.",
    "Illegal character": "deze tekst wordt niet gesloten of bevat een teken dat niet mag.",
    "Found invalid character": "hier staat een teken dat niet mag.",
    "Unescaped": "een \\ in een tekst schrijft u als \\\\, of zet de tekst tussen enkele aanhalingstekens.",
    "Invalid hex value": "achter \\u horen vier of acht hexadecimale cijfers te staan.",
    "Escaped character": "dit teken bestaat niet.",
    "Invalid date or datetime": "deze datum bestaat niet; schrijf jjjj-mm-dd, zonder aanhalingstekens.",
    "Invalid value": "deze waarde is niet te lezen; zet tekst tussen aanhalingstekens.",
    "Invalid statement": "deze regel is geen sleutel, geen kop en geen opmerking.",
    "Invalid initial character": "een sleutel begint met een letter, een cijfer of een aanhalingsteken.",
}
NO_TOML = "dit is geen goede TOML."

# The kind of error that pydantic reports, and what to tell instead; {…} comes from its context.
TEXT = "hier hoort tekst te staan, tussen aanhalingstekens."
WHOLE_NUMBER = "hier hoort een geheel getal te staan, zonder aanhalingstekens."
NUMBER = "hier hoort een getal te staan, zoals 0.05, zonder aanhalingstekens."
YES_OR_NO = "hier hoort true of false te staan, zonder aanhalingstekens."
DAY = "hier hoort een datum te staan als jjjj-mm-dd, zonder aanhalingstekens en zonder tijd."
LIST = "hier hoort een lijst te staan, tussen [ en ]."
BLOCK = "hier hoort een blok met sleutels te staan."
SENTENCES = {
    "missing": "deze sleutel ontbreekt.",
    "string_type": TEXT,
    "string_too_short": "hier hoort iets te staan; de tekst is leeg.",
    "string_too_long": "deze tekst is te lang; er passen hoogstens {max_length} tekens.",
    "int_type": WHOLE_NUMBER,
    "float_type": NUMBER,
    "bool_type": YES_OR_NO,
    "date_type": DAY,
    "tuple_type": LIST,
    "dict_type": BLOCK,
    "model_type": BLOCK,
    "model_attributes_type": BLOCK,
    "too_short": "deze lijst is leeg; er hoort minstens één waarde in.",
    "greater_than_equal": "dit getal is te klein; het is minstens {ge:g}.",
    "less_than_equal": "dit getal is te groot; het is hoogstens {le:g}.",
    "finite_number": NUMBER,
    "value_error": "{error}",
}
NOT_POSSIBLE = "deze waarde kan hier niet."


def toml_problem(message: str) -> tuple[int | None, str]:
    """The line (None: the end of the file) and the sentence for a message of the TOML reader."""
    place = TOML_PLACE.search(message)
    line = int(place["line"]) if place and place["line"] else None
    for beginning, sentence in TOML_SENTENCES.items():
        if message.startswith(beginning):
            return line, sentence
    return line, NO_TOML


def sentence_for(error: ErrorDetails, model: type[BaseModel]) -> str:
    """What to tell about an error that pydantic found in a value for a model."""
    context: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            *place, key = error["loc"]
            return unknown_key(str(key), _keys_at(model, tuple(place)))
        case "enum":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"‘{error['input']}’ kan hier niet{did_you_mean(str(error['input']), choices)}"
        case "tuple_type" if _is_list_of_blocks(model, error["loc"]):
            return f"schrijf dit als blokken, elk met de kop [[{error['loc'][-1]}]], met dubbele haken."
        case kind:
            return SENTENCES.get(kind, NOT_POSSIBLE).format(**context)


def unknown_key(key: str, known: list[str]) -> str:
    """What to tell about a key that a block does not have."""
    return f"de sleutel ‘{key}’ hoort hier niet{did_you_mean(key, known)}"


def _keys_at(model: type[BaseModel], place: Path) -> list[str]:
    """The keys that the block at this place may have."""
    for step in place:
        if isinstance(step, str):
            model = next(_models_in(_field(model, step).annotation))
    return [field.alias or name for name, field in model.model_fields.items()]


def _is_list_of_blocks(model: type[BaseModel], place: Path) -> bool:
    """Whether blocks are to be written at this place, and not a list of single values."""
    for step in place:
        if isinstance(step, str):
            inner = next(_models_in(_field(model, step).annotation), None)
            if inner is None:
                return False
            model = inner
    return True


def _field(model: type[BaseModel], key: str) -> FieldInfo:
    return next(field for name, field in model.model_fields.items() if key in (field.alias, name))


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
