"""What must agree between the blocks of a chain; all that is wrong is found, not the first only."""

from __future__ import annotations

from collections.abc import Iterator

from loopplank.chain.contents import Contents, Overlap
from loopplank.chain.fields import RegisterKind
from loopplank.chain.findings import Finding, repeats, unknown
from loopplank.chain.organisations import Organisation, OrganisationKind
from loopplank.chain.register_checks import KEEPER, place_findings, register_findings
from loopplank.chain.territory_checks import territory_findings


def find_all(contents: Contents) -> list[Finding]:
    """Everything in which the blocks do not agree."""
    return [
        *_organisations(contents),
        *territory_findings(contents),
        *_shared(contents),
        *register_findings(contents),
        *place_findings(contents),
        *_overlaps(contents),
    ]


def _organisations(contents: Contents) -> Iterator[Finding]:
    yield from repeats(("holiday",), contents.holidays)
    yield from repeats(("organisation",), contents.organisations)
    yield from _slots(contents)
    for index, organisation in enumerate(contents.organisations):
        path = ("organisation", index)
        if organisation.register_kind and organisation.kind is not OrganisationKind.AGENCY:
            sentence = 'alleen een organisatie met kind = "agency" houdt een register bij.'
            yield Finding((*path, "register"), sentence)
        yield from _municipality_of(contents, organisation, path)


def _municipality_of(
    contents: Contents, organisation: Organisation, path: tuple[str, int]
) -> Iterator[Finding]:
    is_municipality = organisation.kind is OrganisationKind.MUNICIPALITY
    if is_municipality and organisation.municipality is None:
        yield Finding(path, 'bij kind = "municipality" hoort de gemeentecode: municipality = "…".')
    if organisation.municipality is None:
        return
    if not is_municipality:
        sentence = 'een gemeentecode hoort alleen bij kind = "municipality".'
        yield Finding((*path, "municipality"), sentence)
    codes = [municipality.code for municipality in contents.municipalities]
    if organisation.municipality not in codes:
        yield unknown(
            (*path, "municipality"),
            organisation.municipality,
            "gemeente van deze keten",
            known=codes,
            lacking_in=("municipality",),
        )


def _slots(contents: Contents) -> Iterator[Finding]:
    """Agencies are told apart by colour and shape, so no two may look the same."""
    holders: dict[str, str] = {}
    for index, organisation in enumerate(contents.organisations):
        if organisation.kind is not OrganisationKind.AGENCY or organisation.slot is None:
            continue
        holder = holders.setdefault(organisation.slot, organisation.code)
        if holder != organisation.code:
            sentence = f"‘{organisation.slot}’ is al de kleur en vorm van {holder}; kies een andere letter."
            yield Finding(("organisation", index, "slot"), sentence)


def _shared(contents: Contents) -> Iterator[Finding]:
    shared = contents.shared
    lists = {
        "phase": shared.phases,
        "decision_type": shared.decision_types,
        "survey_kind": shared.survey_kinds,
        "scheme": shared.schemes,
        "marker": shared.markers,
        "term": shared.terms,
    }
    for name, items in lists.items():
        yield from repeats(("shared", name), items)
    codes = [organisation.code for organisation in contents.organisations]
    for index, term in enumerate(shared.terms):
        if term.organisation not in codes:
            path = ("shared", "term", index, "organisation")
            yield unknown(path, term.organisation, "organisatie", known=codes, lacking_in=("organisation",))


def _overlaps(contents: Contents) -> Iterator[Finding]:
    yield from repeats(("overlap",), contents.overlaps)
    for index, overlap in enumerate(contents.overlaps):
        yield from _ends(contents, overlap, index)


def _ends(contents: Contents, overlap: Overlap, index: int) -> Iterator[Finding]:
    """Only reinforcement knows a programme and only damage a decision to wait for: so first and second."""
    kinds = {
        organisation.code: organisation.register_kind
        for organisation in contents.organisations
        if organisation.register_kind
    }
    wanted = {
        "first": (overlap.first, RegisterKind.REINFORCEMENT),
        "second": (overlap.second, RegisterKind.DAMAGE),
    }
    for key, (code, kind) in wanted.items():
        path = ("overlap", index, key)
        if code not in kinds:
            yield unknown(path, code, KEEPER, known=kinds, lacking_in=("organisation",))
        elif kinds[code] is not kind:
            yield Finding(path, f"‘{code}’ houdt geen register van {kind.label} bij, en dat hoort hier wel.")
