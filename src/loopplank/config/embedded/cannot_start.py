"""The one exception of the embedded server, and what people read for an error of the operating system."""

from __future__ import annotations

import errno

IN_DUTCH = {
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.EROFS: "daar kan niet worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de toegestane ruimte is op",
    errno.ENOENT: "dat bestaat niet",
    errno.ENOTDIR: "dat is geen map",
    errno.ENAMETOOLONG: "die naam is te lang",
}


class CannotStart(Exception):  # noqa: N818 - read by people, like a refusal
    """The embedded server cannot run; the message is a Dutch sentence that says what to do."""

    @classmethod
    def because_of(cls, error: OSError) -> CannotStart:
        """Say in a sentence what the operating system refused, and where."""
        if isinstance(error, BlockingIOError):
            return cls(
                "Een ander proces van Loopplank is al minutenlang bezig de database te starten of te stoppen."
                " Probeer het straks opnieuw, of beëindig dat proces."
            )
        reason = IN_DUTCH.get(error.errno or 0, error.strerror or str(error))
        where = f" ({error.filename})" if error.filename else ""
        return cls(
            f"De ingebouwde PostgreSQL kan niet starten: {reason}{where}. Los dat op, kies met LOOPPLANK_HOME"
            " een andere map, of stel met DATABASE_URL een eigen databaseserver in."
        )
