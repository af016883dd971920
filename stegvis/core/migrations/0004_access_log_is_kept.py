"""What the database itself holds the access log to, whoever asks: also its owner."""

from django.db import migrations

# The lock is taken before the statement draws its numbers, so that whoever has it alone knows
# that every lower number is there, or never will be.
TAKES_TURNS = """
CREATE FUNCTION core_log_takes_turns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(1819240300, 1);
  RETURN NULL;
END $$;
CREATE TRIGGER takes_turns BEFORE INSERT ON core_accessentry
  FOR EACH STATEMENT EXECUTE FUNCTION core_log_takes_turns();
"""

# Only an example that is begun anew is emptied, and it must say so.
IS_KEPT = """
CREATE FUNCTION core_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_setting('stegvis.empties', true) = 'everything' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the access log is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER is_kept BEFORE UPDATE OR TRUNCATE ON core_accessentry
  FOR EACH STATEMENT EXECUTE FUNCTION core_log_is_kept();
CREATE TRIGGER is_kept BEFORE UPDATE OR TRUNCATE ON core_logsegment
  FOR EACH STATEMENT EXECUTE FUNCTION core_log_is_kept();
"""

# [HSLF-FS 2016:40, 4 kap. 9 §] logs are kept for at least five years
GOES_WHEN_OLD = """
CREATE FUNCTION core_log_goes_when_old() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE young boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT FROM gone WHERE %I > now() - interval ''5 years'')', TG_ARGV[0]
  ) INTO young;
  IF young THEN
    RAISE EXCEPTION 'the access log is kept for five years'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER goes_when_old AFTER DELETE ON core_accessentry REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION core_log_goes_when_old('at');
CREATE TRIGGER goes_when_old AFTER DELETE ON core_logsegment REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION core_log_goes_when_old('sealed_at');
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_access_log")]

    operations = [
        migrations.RunSQL(
            TAKES_TURNS,
            "DROP TRIGGER takes_turns ON core_accessentry; DROP FUNCTION core_log_takes_turns",
        ),
        migrations.RunSQL(
            IS_KEPT,
            "DROP TRIGGER is_kept ON core_accessentry; DROP TRIGGER is_kept ON core_logsegment;"
            "DROP FUNCTION core_log_is_kept",
        ),
        migrations.RunSQL(
            GOES_WHEN_OLD,
            "DROP TRIGGER goes_when_old ON core_accessentry;"
            "DROP TRIGGER goes_when_old ON core_logsegment; DROP FUNCTION core_log_goes_when_old",
        ),
    ]
