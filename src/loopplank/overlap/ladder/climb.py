"""Climbing the ladder: from the evidence of all candidates to one rung, with the addresses it names.

Read from top to bottom. A record that carries an identifier starts at the identifier; what its text
says can confirm it or contradict it. A record without one, or with one that the address register does
not know, goes by its text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loopplank.overlap.ladder.evidence import Evidence, Fit, Suffix, is_identified, weigh
from loopplank.overlap.ladder.rungs import Grade, Rung
from loopplank.places.facts import ReferenceAddress
from loopplank.places.normaliser import AddressForm, Kind


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a record leads: the rung, and the addresses it names (two when they compete).

    ``is_settled`` says that looking for more candidates cannot change it.
    """

    rung: Rung
    addresses: tuple[ReferenceAddress, ...] = ()
    is_settled: bool = False

    @property
    def grade(self) -> Grade:
        """The grade of the rung."""
        return self.rung.grade

    @property
    def sites(self) -> frozenset[str]:
        """The spots that the addresses stand on."""
        return frozenset(address.site for address in self.addresses)


# Short of automatic, yet clear enough to contradict an identifier that points elsewhere.
NAMES_A_PLACE = frozenset({Rung.BARE_NUMBER, Rung.TWO_ADDRESSES, Rung.RANGE_OF_TWO})
NAMES_A_NUMBER = frozenset({Rung.SUFFIX_MISSING, Rung.SUFFIX_UNKNOWN})

NOWHERE = Resolution(Rung.NO_SUCH_ADDRESS)


def best_of(resolutions: Iterable[Resolution]) -> Resolution:
    """The best of what several readings of one record lead to; two equally good ones compete."""
    ranked = sorted(resolutions, key=lambda found: found.grade)
    if not ranked:
        return NOWHERE
    best = ranked[0]
    rivals = [r for r in ranked[1:] if r.grade == best.grade and r.sites != best.sites and r.addresses]
    if rivals and best.grade.is_automatic:
        return Resolution(Rung.TWO_ADDRESSES, best.addresses[:1] + rivals[0].addresses[:1])
    return best


def climb(
    form: AddressForm,
    candidates: Sequence[ReferenceAddress],
    postcode_streets: frozenset[str] = frozenset(),
) -> Resolution:
    """The rung that one reading of a record reaches among these candidates.

    Args:
        postcode_streets: the keys of the streets that bear the form's postcode.
    """
    identified = [weigh(form, one, postcode_streets) for one in candidates if is_identified(form, one)]
    is_building = form.identifier is not None and form.identifier.kind is Kind.BUILDING
    is_beside = form.number is not None and form.number.beside
    if not is_building and not is_beside and (confirmed := _confirmed(identified)):
        return confirmed
    evidence = [weigh(form, one, postcode_streets) for one in candidates]
    if not identified:
        found = _by_text(form, evidence)
    elif is_building:
        found = _by_building(form, identified, evidence)
    else:
        found = _by_identifier(form, identified, evidence)
    if is_beside and found.grade.is_automatic:
        return Resolution(Rung.BESIDE, found.addresses)
    return found


def _confirmed(identified: list[Evidence]) -> Resolution | None:
    """The identifier of an address or unit, and a text that says the same: nothing else can matter."""
    confirmed = [one for one in identified if one.is_front_door and one.names_the_place]
    if not confirmed:
        return None
    current = [one for one in confirmed if one.candidate.is_current]
    rung = Rung.ID_AND_TEXT if current else Rung.ID_AND_OLD_TEXT
    return Resolution(rung, _addresses(current or confirmed)[:1], is_settled=True)


def _by_identifier(form: AddressForm, identified: list[Evidence], evidence: list[Evidence]) -> Resolution:
    """An identifier that the text does not confirm: does it fall short, or name another address?"""
    pointed_at = _addresses(sorted(identified, key=lambda one: not one.candidate.is_current))[:1]
    rival = _elsewhere(form, identified, evidence)
    if rival:
        return Resolution(Rung.ID_AGAINST_TEXT, pointed_at + rival)
    return Resolution(min((_gap(form, one) for one in identified), key=_by_grade), pointed_at)


def _gap(form: AddressForm, one: Evidence) -> Rung:
    """Why the text does not confirm the identifier, when it names no other address either."""
    if form.number is None:
        contradicted = one.postcode is Fit.OTHER or one.street is Fit.OTHER
        return Rung.ID_IN_DOUBT if contradicted else Rung.ID_WITHOUT_TEXT
    if one.has_number and one.suffix is Suffix.MISSING and one.names_the_place:
        return Rung.ID_WITHOUT_SUFFIX
    if one.in_range and one.names_the_place:
        return Rung.ID_AND_RANGE
    if one.is_front_door and (one.street <= Fit.NEAR or one.postcode <= Fit.NEAR):
        return Rung.ID_AND_MOST_TEXT
    if not one.has_number and one.street <= Fit.NEAR and one.postcode is Fit.SAME:
        return Rung.ID_AND_STREET
    return Rung.ID_IN_DOUBT


def _by_building(form: AddressForm, identified: list[Evidence], evidence: list[Evidence]) -> Resolution:
    """The identifier of a building: number and addition pick an address in it, or it stays the building."""
    doors = [one for one in identified if one.is_front_door and one.names_the_place]
    if doors:
        found = _bare_or(form, _pick(Rung.BUILDING_AND_NUMBER, doors), evidence)
        return Resolution(found.rung, found.addresses, is_settled=found.grade is Grade.CERTAIN)
    rival = _elsewhere(form, identified, evidence)
    if rival:
        return Resolution(Rung.ID_AGAINST_TEXT, _addresses(identified)[:1] + rival)
    sites = {one.candidate.site for one in identified}
    if form.number is None and len(sites) == 1:
        return Resolution(Rung.ID_WITHOUT_TEXT, _addresses(identified)[:1])
    return Resolution(Rung.BUILDING_ONLY, _addresses(identified)[:1])


def _elsewhere(
    form: AddressForm, identified: list[Evidence], evidence: list[Evidence]
) -> tuple[ReferenceAddress, ...]:
    """The address that the text names, when it is another than the identifier points at."""
    sites = {one.candidate.site for one in identified}
    others = [one for one in evidence if one.candidate.site not in sites]
    by_text = _by_text(form, others)
    names_one = by_text.grade.is_automatic or by_text.rung in NAMES_A_PLACE
    if not names_one and not any(one.has_number for one in identified):
        names_one = by_text.rung in NAMES_A_NUMBER
    return by_text.addresses[:1] if names_one else ()


def _by_text(form: AddressForm, evidence: list[Evidence]) -> Resolution:
    """The text alone: postcode, street and town against one another, then number and addition."""
    doors = [one for one in evidence if one.is_front_door]
    by_postcode = [one for one in doors if one.postcode is Fit.SAME]
    by_street = [one for one in doors if one.street <= Fit.NEAR and one.postcode is not Fit.SAME]

    agreeing = [one for one in by_postcode if one.street <= Fit.NEAR]
    if agreeing:
        return _bare_or(form, _pick(Rung.POSTCODE_AND_NUMBER, agreeing, is_settled=True), evidence)
    if by_postcode and not by_street and not any(one.street is Fit.OTHER for one in by_postcode):
        absent = all(one.street is Fit.ABSENT for one in by_postcode)
        rung = Rung.POSTCODE_WITHOUT_STREET if absent else Rung.POSTCODE_AND_NUMBER
        return _bare_or(form, _pick(rung, by_postcode), evidence)

    in_town = [one for one in by_street if one.is_in_town and one.postcode is not Fit.OTHER]
    if in_town:
        exact = [one for one in in_town if one.street is Fit.SAME]
        rung = Rung.STREET_AND_TOWN if exact else Rung.NEAR_STREET_AND_TOWN
        return _bare_or(form, _pick(rung, exact or in_town), evidence)

    against = [one for one in by_street if one.is_in_town]
    if by_postcode or against:
        competing = _addresses(by_postcode)[:1] + _addresses(against)[:1]
        return Resolution(Rung.POSTCODE_AGAINST_STREET, competing)
    anywhere = [one for one in by_street if _same_region(form, one)]
    if anywhere:
        return Resolution(Rung.TOWN_IN_DOUBT, _one_per_site(anywhere)[:2])
    return _without_door(form, evidence)


def _without_door(form: AddressForm, evidence: list[Evidence]) -> Resolution:
    """No address has this number with this addition: a range, a missing or an unknown addition."""
    here = [one for one in evidence if one.names_the_place]
    spread = [one for one in here if one.in_range and one.suffix <= Suffix.LOOSE]
    if spread:
        sites = _one_per_site(spread)
        return _pick(Rung.RANGE, spread) if len(sites) == 1 else Resolution(Rung.RANGE_OF_TWO, sites[:2])
    same_number = [one for one in here if one.has_number]
    if not same_number:
        return NOWHERE
    sites = _one_per_site(same_number)
    if len(sites) == 1 and same_number[0].suffix is Suffix.MISSING:
        return Resolution(Rung.SUFFIX_MISSING, sites)
    return Resolution(Rung.SUFFIX_UNKNOWN, sites[:1])


def _bare_or(form: AddressForm, found: Resolution, evidence: list[Evidence]) -> Resolution:
    """A bare number is no sure thing where neighbours bear the same number with an addition."""
    if not found.grade.is_automatic or form.number is None or form.number.suffix:
        return found
    chosen = found.addresses[0]
    siblings = [
        one
        for one in evidence
        if one.has_number
        and one.suffix is Suffix.MISSING
        and one.candidate.is_current
        and one.candidate.site != chosen.site
        and one.candidate.street_key == chosen.street_key
        and one.candidate.town_key == chosen.town_key
    ]
    return Resolution(Rung.BARE_NUMBER, found.addresses) if siblings else found


def _pick(rung: Rung, fitting: list[Evidence], *, is_settled: bool = False) -> Resolution:
    """The one address that all of the fitting evidence names; more than one compete.

    Wordings in use go before old ones, unless an old one names another spot: a number that moved to
    another house leaves two addresses with one text.
    """
    closest = min((one.suffix, one.street, one.postcode) for one in fitting)
    nearest = [one for one in fitting if (one.suffix, one.street, one.postcode) == closest]
    sites = _one_per_site(sorted(nearest, key=lambda one: not one.candidate.is_current))
    if len(sites) > 1:
        return Resolution(Rung.TWO_ADDRESSES, sites[:2], is_settled=is_settled)
    if not sites[0].is_current and rung is not Rung.BUILDING_AND_NUMBER:
        return Resolution(Rung.OLD_TEXT, sites, is_settled=is_settled)
    return Resolution(rung, sites, is_settled=is_settled)


def _same_region(form: AddressForm, one: Evidence) -> bool:
    """Whether postcodes agree in their digits: the same small part of the country."""
    return not form.postcode or form.postcode[:4] == one.candidate.postcode[:4]


def _one_per_site(evidence: Iterable[Evidence]) -> tuple[ReferenceAddress, ...]:
    first: dict[str, ReferenceAddress] = {}
    for one in evidence:
        first.setdefault(one.candidate.site, one.candidate)
    return tuple(first.values())


def _addresses(evidence: Iterable[Evidence]) -> tuple[ReferenceAddress, ...]:
    return tuple(one.candidate for one in evidence)


def _by_grade(rung: Rung) -> Grade:
    return rung.grade
