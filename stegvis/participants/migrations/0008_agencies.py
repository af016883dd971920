"""Who leaves an agency leaves what they were involved in for it, whatever they do afterwards."""

from django.db import migrations

AGENCIES = """
CREATE FUNCTION stegvis_agencies() RETURNS uuid[] STABLE LANGUAGE sql AS
$$ SELECT coalesce(nullif(current_setting('stegvis.agencies', true), ''), '{}')::uuid[] $$;
"""
GONE = "DROP FUNCTION stegvis_agencies;"

MINE = """
CREATE OR REPLACE VIEW participants_mine WITH (security_invoker) AS
SELECT i.person_id, i.agency_id, i.classes, i.named
FROM participants_involvement i
WHERE (i.user_id = (SELECT stegvis_user()){where_they_work}
       OR ((SELECT stegvis_user()) IS NOT NULL
           AND i.unit_id = ANY ((SELECT stegvis_units())::uuid[])))
  AND i.starts_on <= (SELECT stegvis_today())
  AND (i.ends_on IS NULL OR i.ends_on > (SELECT stegvis_today()))
  AND (i.consent_id IS NULL OR EXISTS (
        SELECT 1 FROM participants_consent c
        WHERE c.id = i.consent_id AND c.withdrawn_at IS NULL
          AND c.starts_on <= (SELECT stegvis_today())
          AND (c.ends_on IS NULL OR c.ends_on > (SELECT stegvis_today()))))
  AND NOT EXISTS (
        SELECT 1 FROM participants_consentexception x
        WHERE x.person_id = i.person_id AND x.against_user_id = (SELECT stegvis_user())
          AND x.starts_on <= (SELECT stegvis_today())
          AND (x.ends_on IS NULL OR x.ends_on > (SELECT stegvis_today())));
"""
WHERE_THEY_WORK = """
       AND (i.agency_id = ANY ((SELECT stegvis_agencies())::uuid[]) OR i.reason = 'own')"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0007_log_reviews")]
    operations = [
        migrations.RunSQL(AGENCIES, GONE),
        migrations.RunSQL(
            MINE.format(where_they_work=WHERE_THEY_WORK), MINE.format(where_they_work="")
        ),
    ]
