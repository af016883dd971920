"""The second wall, in the database's own words: see docs/decisions/0015."""

from django.db import migrations

from stegvis.core.actions.walls import guarded

FUNCTIONS = """
CREATE FUNCTION stegvis_is_unscoped() RETURNS boolean STABLE LANGUAGE sql AS
$$ SELECT coalesce(current_setting('stegvis.unscoped', true), '') <> '' $$;

CREATE FUNCTION stegvis_today() RETURNS date STABLE LANGUAGE sql AS
$$ SELECT nullif(current_setting('stegvis.today', true), '')::date $$;

CREATE FUNCTION stegvis_user() RETURNS uuid STABLE LANGUAGE sql AS
$$ SELECT nullif(current_setting('stegvis.user', true), '')::uuid $$;

CREATE FUNCTION stegvis_units() RETURNS uuid[] STABLE LANGUAGE sql AS
$$ SELECT coalesce(nullif(current_setting('stegvis.units', true), ''), '{}')::uuid[] $$;

CREATE VIEW participants_mine WITH (security_invoker) AS
SELECT i.person_id, i.agency_id, i.classes, i.named
FROM participants_involvement i
WHERE (i.user_id = (SELECT stegvis_user())
       OR ((SELECT stegvis_user()) IS NOT NULL AND i.unit_id = ANY ((SELECT stegvis_units())::uuid[])))
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

CREATE FUNCTION stegvis_owns(person uuid, owner uuid, about text)
RETURNS boolean STABLE LANGUAGE sql AS
$$ SELECT EXISTS (
     SELECT 1 FROM participants_mine m
     WHERE m.person_id = $1 AND m.agency_id = $2
       AND ($3 = 'identity' OR $3 = ANY (m.classes))) $$;

CREATE FUNCTION stegvis_is_let_in(person uuid, owner uuid, about text)
RETURNS boolean STABLE LANGUAGE sql AS
$$ SELECT $3 IN ('ordinary', 'sensitive') AND EXISTS (
     SELECT 1 FROM participants_mine m
     JOIN participants_consentrecipient r ON r.agency_id = m.agency_id
     JOIN participants_consent c ON c.id = r.consent_id
     WHERE m.person_id = $1 AND $3 = ANY (m.classes)
       AND c.person_id = $1 AND c.purpose = 'team' AND c.sender_id = $2
       AND $3 = ANY (c.classes) AND c.withdrawn_at IS NULL
       AND c.starts_on <= (SELECT stegvis_today())
       AND (c.ends_on IS NULL OR c.ends_on > (SELECT stegvis_today()))
       AND NOT EXISTS (
         SELECT 1 FROM participants_consentexception x
         WHERE x.person_id = $1 AND x.against_user_id IS NULL
           AND (x.owner_id IS NULL OR x.owner_id = $2)
           AND (x.against_agency_id IS NULL OR x.against_agency_id = m.agency_id)
           AND (cardinality(x.classes) = 0 OR $3 = ANY (x.classes))
           AND x.starts_on <= (SELECT stegvis_today())
           AND (x.ends_on IS NULL OR x.ends_on > (SELECT stegvis_today())))) $$;

CREATE FUNCTION stegvis_sees_person(person uuid) RETURNS boolean STABLE LANGUAGE sql AS
$$ SELECT EXISTS (SELECT 1 FROM participants_person p WHERE p.id = $1) $$;
"""

GONE = """
DROP FUNCTION stegvis_sees_person, stegvis_is_let_in, stegvis_owns;
DROP VIEW participants_mine;
DROP FUNCTION stegvis_units, stegvis_user, stegvis_today, stegvis_is_unscoped;
"""

MINE = """stegvis_is_unscoped() OR EXISTS (
    SELECT 1 FROM participants_mine m
    WHERE m.person_id = id AND (protection = 'none' OR m.named))"""

PERSON = f"""
ALTER TABLE participants_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON participants_person USING ({MINE}) WITH CHECK ({MINE});
"""
UNGUARDED = """
DROP POLICY seen ON participants_person;
ALTER TABLE participants_person DISABLE ROW LEVEL SECURITY;
"""

RECEIVED = """EXISTS (
    SELECT 1 FROM participants_mine m
    WHERE m.person_id = participants_disclosure.person_id AND m.agency_id = recipient_id)"""

OF_A_PERSON = ("contactsafety", "representative", "signing", "attachment")


class Migration(migrations.Migration):
    dependencies = [("participants", "0002_first")]
    operations = [
        migrations.RunSQL(FUNCTIONS, GONE),
        migrations.RunSQL(PERSON, UNGUARDED),
        *(guarded(f"participants_{table}") for table in OF_A_PERSON),
        guarded("participants_disclosure", also=RECEIVED),
    ]
