"""Addresses of the register as people read them, for the floors above."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from loopplank.places.facts import ReferenceAddress
from loopplank.places.models import Address


@dataclass(frozen=True, slots=True)
class Wording:
    """A reference address with the letters that people read."""

    reference: ReferenceAddress
    letter: str
    addition: str
    town: str

    @property
    def front_door(self) -> str:
        """Street, number, letter and addition: ``Borgweg 12A bis``."""
        number = f"{self.reference.number}{self.letter}"
        return " ".join(part for part in (self.reference.street, number, self.addition) if part)

    @property
    def fields(self) -> Mapping[str, str]:
        """The parts by the field in which a register delivers them."""
        number = f"{self.reference.number}{self.letter}"
        return {
            "bag_id": self.reference.unit,
            "street": self.reference.street,
            "number": f"{number} {self.addition}".strip(),
            "postcode": self.reference.postcode,
            "town": self.town,
        }


def wordings_of(ids: Collection[int]) -> dict[int, Wording]:
    """The addresses with these numbers, by number."""
    return {
        row.pk: Wording(
            ReferenceAddress(**{name: getattr(row, name) for name in ReferenceAddress._fields}),
            row.letter,
            row.addition,
            row.town,
        )
        for row in Address.objects.filter(pk__in=ids)
    }
