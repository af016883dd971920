"""What has been told stays as it was: the recipient puts a receipt on it, and nobody anything else.

A policy decides which rows may be changed, and not which columns.
"""

from django.db import migrations

KEPT = """
CREATE FUNCTION stegvis_disclosures_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF stegvis_is_unscoped() THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - 'received_at' - 'received_by'
     IS DISTINCT FROM to_jsonb(OLD) - 'received_at' - 'received_by' THEN
    RAISE 'what has been told is changed by nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.received_at IS NOT NULL OR NEW.received_at IS NULL
     OR NEW.received_by IS DISTINCT FROM stegvis_user()
     OR NOT EXISTS (
        SELECT 1 FROM participants_mine m
        WHERE m.person_id = OLD.person_id AND m.agency_id = OLD.recipient_id) THEN
    RAISE 'a receipt is given once, by the recipient' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_kept BEFORE UPDATE ON participants_disclosure
FOR EACH ROW EXECUTE FUNCTION stegvis_disclosures_are_kept();
"""
LET_GO = """
DROP TRIGGER is_kept ON participants_disclosure;
DROP FUNCTION stegvis_disclosures_are_kept;
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0009_involvements_end_by_hand")]
    operations = [migrations.RunSQL(KEPT, LET_GO)]
