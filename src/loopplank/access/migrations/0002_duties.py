"""Grants on accounts and duties, and the question that other floors' walls ask of duties."""

from django.db import migrations

from loopplank.access.walls import APP, MATCHER, grant

HOLDS_DUTY = f"""
CREATE FUNCTION access_holds_duty(kind text) RETURNS boolean LANGUAGE sql STABLE AS $body$
    SELECT EXISTS (
        SELECT FROM access_duty duty
         WHERE 'account:' || duty.account_id = current_setting('loopplank.actor', true)
           AND duty.kind = $1
           AND duty.start <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
           AND (duty."end" IS NULL OR (now() AT TIME ZONE 'Europe/Amsterdam')::date < duty."end")
    )
$body$;
REVOKE ALL ON FUNCTION access_holds_duty(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_holds_duty(text) TO {APP}, {MATCHER};
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [
        migrations.RunSQL(grant("access_account", "SELECT, INSERT, UPDATE"), migrations.RunSQL.noop),
        migrations.RunSQL(grant("access_duty", "SELECT, INSERT, UPDATE"), migrations.RunSQL.noop),
        migrations.RunSQL(
            grant("access_duty", 'SELECT (account_id, kind, start, "end")', MATCHER), migrations.RunSQL.noop
        ),
        migrations.RunSQL(HOLDS_DUTY, "DROP FUNCTION access_holds_duty(text)"),
    ]
