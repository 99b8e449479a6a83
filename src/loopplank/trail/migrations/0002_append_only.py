"""The application only adds to the trail, in its own actor's name; nobody changes a line."""

from django.db import migrations

FORWARD = """
ALTER TABLE trail_entry ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX trail_entry_at ON trail_entry USING brin (at);

GRANT INSERT ON trail_entry TO loopplank_app;
-- Not forced: the owner, who checks the trail, reads all of it.
ALTER TABLE trail_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_own_name ON trail_entry FOR INSERT TO loopplank_app
    WITH CHECK (actor = current_setting('loopplank.actor', true));

CREATE FUNCTION trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'The trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END $body$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
