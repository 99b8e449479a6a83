"""The chain definition in force."""

from __future__ import annotations

import functools

from loopplank.chain.definition import Chain
from loopplank.chain.models import Version
from loopplank.kernel.refused import Refused


def chain_in_force() -> Chain:
    """The definition that was applied last; read once per process and version.

    Raises:
        Refused: when none was applied yet.
    """
    version = version_in_force()
    if version is None:
        raise Refused(
            "Er is nog geen ketendefinitie toegepast. Doe dat met ‘loopplank chain apply chains/groningen’."
        )
    return _chain(version)


def version_in_force() -> int | None:
    """The number of the definition in force; none before the first was applied."""
    return Version.objects.order_by("-pk").values_list("pk", flat=True).first()


@functools.lru_cache(maxsize=4)
def _chain(version: int) -> Chain:
    return Chain.model_validate_json(Version.objects.get(pk=version).definition)
