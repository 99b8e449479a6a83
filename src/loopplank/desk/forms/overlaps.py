"""The filters of the list of overlaps, and a verdict."""

from __future__ import annotations

from typing import Any

from django import forms

from loopplank.access.actor import Actor
from loopplank.chain.definition import Chain
from loopplank.chain.fields import Vocabulary
from loopplank.kernel.refused import Refused
from loopplank.overlap.ladder import Grade
from loopplank.overlap.queries import ORDERS, PairFilter
from loopplank.overlap.verdicts import Verdict

ALL = ("", "Alle")
GRADES = [(str(int(grade)), grade.label) for grade in Grade if grade is not Grade.UNRESOLVED]
VERDICTS = (
    ("waiting", "Wacht op een oordeel"),
    ("confirmed", "Bevestigd"),
    ("rejected", "Afgewezen"),
    ("reopened", "Opnieuw te bekijken"),
)


class OverlapFilter(forms.Form):
    """Which pairs to show; all of it stands in the address, so that a list can be sent to a colleague."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    fase = forms.ChoiceField(label="Eigen fase", required=False)
    markering = forms.ChoiceField(label="Eigen markering", required=False)
    graad = forms.ChoiceField(label="Graad", required=False, choices=[ALL, *GRADES])
    soort = forms.ChoiceField(label="Soort", required=False)
    oordeel = forms.ChoiceField(label="Oordeel", required=False, choices=[ALL, *VERDICTS])
    volgorde = forms.ChoiceField(
        label="Volgorde", required=False, choices=[(code, label) for code, (label, _) in ORDERS.items()]
    )
    gezocht = forms.CharField(required=False, max_length=2, widget=forms.HiddenInput)

    def __init__(self, *args: Any, chain: Chain, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "gemeente": _municipalities(chain),
            "fase": _own_phases(chain, actor.organisation),
            "markering": _own_markers(chain, actor.organisation),
            "soort": _kinds(chain, actor.organisation),
        }
        for name, options in choices.items():
            self.fields[name].choices = [ALL, *options]  # type: ignore[attr-defined]

    def wanted(self, text: str) -> PairFilter:
        """What is asked for, with a text searched for; what is not one of the choices asks for nothing."""
        self.is_valid()
        said = self.cleaned_data
        return PairFilter(
            text=text,
            municipality=said.get("gemeente", ""),
            phase=said.get("fase", ""),
            marker=said.get("markering", ""),
            grade=Grade(int(said["graad"])) if said.get("graad") else None,
            is_legal={"wettelijk": True, "feitelijk": False}.get(said.get("soort", "")),
            verdict=said.get("oordeel", ""),
            order=said.get("volgorde") or "evidence",
        )

    def in_use(self) -> list[tuple[str, str]]:
        """The filters in use: the name of the field, and what the chip says."""
        used = [(name, value) for name, value in self.cleaned_data.items() if value]
        return [
            (name, f"{self.fields[name].label}: {dict(self.fields[name].choices)[value]}")  # type: ignore[attr-defined]
            for name, value in used
            if name not in ("volgorde", "gezocht")
        ]


class VerdictForm(forms.Form):
    """What a judge makes of a pair; the button says which verdict."""

    verdict = forms.ChoiceField(choices=Verdict.choices, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=200, widget=forms.HiddenInput)
    note = forms.CharField(
        label="Toelichting",
        help_text="Voor een collega die dit paar later bekijkt. Noem geen namen van bewoners.",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _municipalities(chain: Chain) -> list[tuple[str, str]]:
    current = {code for one in chain.municipalities for code in chain.current_municipalities(one.code)}
    return sorted(
        ((one.code, one.name) for one in chain.municipalities if one.code in current), key=lambda one: one[1]
    )


def _own_phases(chain: Chain, organisation: str) -> list[tuple[str, str]]:
    """The organisation's own words, each with the shared word beside it."""
    try:
        register = chain.agency(organisation)
    except Refused:
        return []
    shared = {phase.code: phase.label for phase in chain.shared.phases}
    words = register.words(Vocabulary.PHASE)
    return [(own.word, f"{own.word} ({shared[own.shared]})" if own.shared else own.word) for own in words]


def _own_markers(chain: Chain, organisation: str) -> list[tuple[str, str]]:
    try:
        profiles = chain.agency(organisation).profiles
    except Refused:
        return []
    own = {marker for profile in profiles for marker in profile.markers}
    return [(marker.code, marker.label) for marker in chain.shared.markers if marker.code in own]


def _kinds(chain: Chain, organisation: str) -> list[tuple[str, str]]:
    for overlap in chain.overlaps:
        if organisation in (overlap.first, overlap.second):
            return [
                ("wettelijk", overlap.legal.word.capitalize()),
                ("feitelijk", overlap.factual.word.capitalize()),
            ]
    return []
