"""The address register is public: everyone in the house reads it; a load adds and updates."""

from django.db import migrations

from loopplank.access.walls import APP, MATCHER, grant

# What other floors' SQL may read of an address.
WORDING = f"""
CREATE VIEW places_wording WITH (security_invoker = true) AS
    SELECT id, designation, unit, site, building, made_up, street, number, letter, addition, postcode, town,
           municipality, is_current, street_key, town_key
      FROM places_address;
GRANT SELECT ON places_wording TO {APP}, {MATCHER};
"""


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("access", "0001_initial")]
    operations = [
        migrations.RunSQL(grant("places_load", "SELECT, INSERT, UPDATE"), migrations.RunSQL.noop),
        migrations.RunSQL(grant("places_address", "SELECT, INSERT, UPDATE"), migrations.RunSQL.noop),
        migrations.RunSQL(grant("places_address", "SELECT", MATCHER), migrations.RunSQL.noop),
        migrations.RunSQL(WORDING, "DROP VIEW places_wording"),
    ]
