"""A delivered row as a form: every column of its file, with what is wrong beside the column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from loopplank.chain.fields import ROW_FIELDS, RegisterKind
from loopplank.chain.registers import DeliveryProfile
from loopplank.registers.rules import LONGEST_VALUE


def columns_of(profile: DeliveryProfile, kind: RegisterKind) -> dict[str, str]:
    """The columns of a profile by field: what it is about, the address, the rest, the markers."""
    own = {field: profile.columns[field] for field in ROW_FIELDS[kind] if field in profile.columns}
    return own | {f"markers.{marker}": column for marker, column in profile.markers.items()}


class MendForm(forms.Form):
    """The texts of one row; a field bears the name of its column."""

    # Which columns a row needs depends on the others: the rules say so, not the form.
    says_what_is_optional = False

    def __init__(self, data: Mapping[str, Any], *, columns: Mapping[str, str]) -> None:
        super().__init__(data)
        for field, column in columns.items():
            self.fields[field] = forms.CharField(
                label=column,
                required=False,
                max_length=LONGEST_VALUE,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def texts(self) -> dict[str, str]:
        """What stands in the form, by field."""
        return {name: str(value) for name, value in self.cleaned_data.items()}

    def show(self, flaws: Iterable[Mapping[str, str]]) -> None:
        """Show flaws at their columns; one of the row as a whole stands above them."""
        for flaw in flaws:
            self.add_error(flaw["field"] if flaw["field"] in self.fields else None, flaw["reason"])


class SetAsideForm(forms.Form):
    """Why a row is not taken in."""

    use_required_attribute = False

    reason = forms.CharField(
        label="Waarom wordt deze regel niet overgenomen?",
        max_length=400,
        error_messages={"required": "Schrijf kort op waarom deze regel niet wordt overgenomen."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
