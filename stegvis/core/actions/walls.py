"""What a migration says to put a table of rows about persons behind the second wall."""

from django.db.migrations.operations import RunSQL

OWN = "stegvis_is_unscoped() OR (stegvis_sees_person(person_id) AND {own})"
OWNS = "stegvis_owns(person_id, owner_id, about)"
LET_IN = "stegvis_is_let_in(person_id, owner_id, about)"


def guarded(table: str, *, also: str = "false") -> RunSQL:
    """Read by those who own the row or are let in, written by those who own it.

    `also` is one more condition that lets a row be read and changed. A row that is merely let in
    is not there to be changed: nobody makes it their own. The functions are made by the room of
    the participants; the table has the columns of its PersonalModel.
    """
    read = OWN.format(own=f"({OWNS} OR {LET_IN} OR {also})")
    written = OWN.format(own=OWNS)
    changed = OWN.format(own=f"({OWNS} OR {also})")
    return RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY read ON {table} FOR SELECT USING ({read});"
        f"CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({written});"
        f"CREATE POLICY changed ON {table} FOR UPDATE USING ({changed});"
        f"CREATE POLICY deleted ON {table} FOR DELETE USING ({written});",
        f"DROP POLICY read ON {table}; DROP POLICY added ON {table};"
        f"DROP POLICY changed ON {table}; DROP POLICY deleted ON {table};"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )
