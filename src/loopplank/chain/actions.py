"""Applying a chain definition."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from loopplank.chain.definition import Chain
from loopplank.chain.difference import difference
from loopplank.chain.fields import Vocabulary
from loopplank.chain.models import Municipality, Organisation, OwnPhase, Version
from loopplank.chain.wording import fold
from loopplank.kernel.refused import Refused
from loopplank.trail.actions import record


def put_in_force(chain: Chain, before: Chain | None, *, by: str, now: datetime) -> Version | None:
    """Put a chain definition in force and keep what it changes; nothing happens when nothing changes.

    This floor lies below the one that knows rights; ``access.actions.apply_chain`` is the way in.

    Raises:
        Refused: when the definition is of another chain, or drops an organisation that has accounts or
            deliveries.
    """
    if before is not None and before.code != chain.code:
        raise Refused(f"Hier is keten ‘{before.code}’ in gebruik; ‘{chain.code}’ is een andere keten.")
    changes = difference(before, chain)
    if not changes:
        return None
    with transaction.atomic():
        version = Version.objects.create(
            code=chain.code,
            content_hash=chain.content_hash,
            definition=chain.canonical_json(),
            difference=[asdict(change) for change in changes],
            at=now,
            by=by,
        )
        _write_organisations(chain)
        _write_municipalities(chain)
        _write_phases(chain)
        record(
            at=now,
            actor=by,
            verb="chain.applied",
            subject=f"chain:{version.pk}",
            details={"chain": chain.code, "sha256": chain.content_hash, "changes": len(changes)},
        )
    return version


def _write_organisations(chain: Chain) -> None:
    codes = [organisation.code for organisation in chain.organisations]
    try:
        Organisation.objects.exclude(code__in=codes).delete()
    except ProtectedError as kept:
        names = ", ".join(sorted({str(one) for one in Organisation.objects.exclude(code__in=codes)}))
        raise Refused(
            f"Deze definitie schrapt {names}, maar daarvan zijn er nog accounts of leveringen. "
            "Laat de organisatie in de definitie staan."
        ) from kept
    Organisation.objects.bulk_create(
        [Organisation(code=one.code, name=one.name, kind=one.kind) for one in chain.organisations],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "kind"],
    )


def _write_municipalities(chain: Chain) -> None:
    Municipality.objects.all().delete()
    Municipality.objects.bulk_create(
        [
            Municipality(code=one.code, name=one.name, has_programme=one.programme)
            for one in chain.municipalities
        ]
    )


def _write_phases(chain: Chain) -> None:
    undecided = {phase.code: phase.undecided for phase in chain.shared.phases}
    OwnPhase.objects.all().delete()
    OwnPhase.objects.bulk_create(
        [
            OwnPhase(
                agency_id=register.agency.code,
                word=fold(spelling),
                shared=own.shared,
                is_undecided=undecided[own.shared],
            )
            for register in chain.registers
            for own in register.words(Vocabulary.PHASE)
            if own.shared
            for spelling in own.spellings
        ]
    )
