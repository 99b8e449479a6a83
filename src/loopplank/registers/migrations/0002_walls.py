"""An agency sees its own register only; the matcher reads what finding and judging an overlap takes."""

from django.db import migrations

from loopplank.access.walls import APP, MATCHER, matcher_reads, own_rows

ENDS = "valid_until, closed_at, closed_by_id"
STANDING = (
    "id, agency, key, address, municipality, phase, since, decided_on, in_programme, markers, valid_until"
)

# What other floors' SQL may read of the rows that are open now; the walls hold for whoever asks.
VIEW = f"""
CREATE VIEW registers_standing WITH (security_invoker = true) AS
    SELECT id, agency, key, address, municipality, phase, since, decided_on, in_programme, markers
      FROM registers_row WHERE valid_until IS NULL;
GRANT SELECT ON registers_standing TO {APP}, {MATCHER};
"""


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial"), ("access", "0002_duties")]
    operations = [
        migrations.RunSQL(
            [
                own_rows("registers_delivery", "SELECT, INSERT, UPDATE"),
                # Rows are never edited: only their ends can be written.
                own_rows("registers_row", f"SELECT, INSERT, UPDATE ({ENDS})"),
                own_rows("registers_line", "SELECT, INSERT"),
                # UPDATE of one column, so that a row can be locked while it is settled.
                own_rows("registers_quarantined_row", "SELECT, INSERT, UPDATE (agency)"),
                own_rows("registers_settlement", "SELECT, INSERT"),
                matcher_reads("registers_row", STANDING),
                VIEW,
            ],
            migrations.RunSQL.noop,
        )
    ]
