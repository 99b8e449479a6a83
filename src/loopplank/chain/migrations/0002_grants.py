"""The application reads and applies chain definitions; versions are only added."""

from django.db import migrations

FORWARD = """
GRANT SELECT, INSERT ON chain_version TO loopplank_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON chain_organisation, chain_municipality, chain_own_phase TO loopplank_app;
GRANT SELECT ON chain_municipality, chain_own_phase TO loopplank_matcher;
"""


class Migration(migrations.Migration):
    dependencies = [("chain", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
