"""Roles that nobody has together, also when two people grant at the same moment.

Who sees persons has neither the association's money nor the granting of roles. The lists are
those of the roles on this day; a test compares them with the roles as they are.
"""

from django.db import migrations

SEES_PERSONS = (
    "case_worker",
    "leading_case_worker",
    "group_leader",
    "specialist",
    "partner_officer",
    "programme_leader",
    "unit_head",
)
APART = (
    "association_manager",
    "treasurer",
    "approver",
    "signatory",
    "board_member",
    "administrator",
)


def array(codes):
    return "ARRAY[" + ", ".join(f"'{code}'" for code in codes) + "]"


MAKE = f"""
CREATE FUNCTION organisations_roles_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sees_persons text[] := {array(SEES_PERSONS)};
    apart text[] := {array(APART)};
    other text[];
BEGIN
    IF NEW.role = ANY (sees_persons) THEN other := apart;
    ELSIF NEW.role = ANY (apart) THEN other := sees_persons;
    ELSE RETURN NEW;
    END IF;
    PERFORM 1 FROM organisations_user WHERE id = NEW.user_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM organisations_membership one
        WHERE one.user_id = NEW.user_id AND one.association_id = NEW.association_id
        AND one.id <> NEW.id AND one.role = ANY (other)
        AND daterange(one.starts_on, one.ends_on) && daterange(NEW.starts_on, NEW.ends_on)
    ) THEN
        RAISE EXCEPTION 'roles that nobody has together'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'roles_kept_apart';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER roles_kept_apart BEFORE INSERT OR UPDATE ON organisations_membership
FOR EACH ROW EXECUTE FUNCTION organisations_roles_apart();
"""
TAKE_AWAY = """
DROP TRIGGER roles_kept_apart ON organisations_membership;
DROP FUNCTION organisations_roles_apart();
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_boundary")]

    operations = [migrations.RunSQL(MAKE, TAKE_AWAY)]
