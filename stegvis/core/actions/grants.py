"""What the web role may do: read and write rows, and nothing to the tables themselves.

And what the role without names may read: some columns of some tables, and nothing to write.
"""

from typing import Any

import psycopg
from psycopg import sql

from stegvis.core.values.database_roles import nameless_role
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

# tables whose rows the web process may add to but never change: the rest it may change
INSERT_ONLY: tuple[str, ...] = (
    "core_accessentry",
    "core_erasure",
    "core_logcheck",
    "core_logsegment",
    "organisations_act",
    "organisations_plannederasure",
    "organisations_retentionrule",
    "participants_alarmanswer",
    "participants_consenttext",
    "participants_drawnrow",
    "participants_logalarm",
    "participants_logjudgement",
    "participants_logprotocol",
    "participants_logreview",
    "participants_logrules",
    "programmes_definitionversion",
    "reports_frozenfile",
    "reports_frozenreport",
    "reports_reporttext",
)

# what facts are made of: never a name, a number, a contact or a text that somebody wrote
NAMELESS: dict[str, tuple[str, ...]] = {
    "participants_person": (
        "id",
        "association_id",
        "birth_year",
        "gender",
        "municipality",
        "protection",
        "merged_into_id",
    ),
    "participants_consent": (
        "person_id",
        "purpose",
        "starts_on",
        "ends_on",
        "withdrawn_at",
    ),
    "participants_consentrules": ("association_id", "statistics_need_consent"),
    "journeys_enrolment": (
        "id",
        "person_id",
        "programme_id",
        "enrolled_on",
        "referral_source",
        "education",
        "exited_on",
        "exit_reason",
        "completed",
        "destination",
    ),
    "journeys_plan": ("enrolment_id", "plan_kind", "established_on", "accepted"),
    "journeys_income": ("enrolment_id", "moment", "income", "known_on"),
}
ABOUT_PERSONS = ("participants_person", "journeys_enrolment", "journeys_plan", "journeys_income")
"""Of these, those with a wall around each row: facts are made of every row."""

STATEMENTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
)


def grant_to(role: str, *, owner_url: str) -> None:
    """Run as the owner after every migration; says the same however often it is said."""
    with psycopg.connect(owner_url) as connection:
        for statement in STATEMENTS:
            connection.execute(sql.SQL(statement).format(role=sql.Identifier(role)))
        for table in INSERT_ONLY:
            revoke = sql.SQL("REVOKE UPDATE, DELETE ON {table} FROM {role}")
            names = {"table": sql.Identifier(table), "role": sql.Identifier(role)}
            connection.execute(revoke.format(**names))
        _grant_nameless(connection, nameless_role(role))


def _grant_nameless(connection: psycopg.Connection[Any], role: str) -> None:
    """Taken back first, so that what is no longer needed is no longer read."""
    if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
        raise Refused(
            _(
                "Databasen saknar rollen {role}, som siffrorna görs med. Skapa den så som det står "
                "i docs/drift under Databasen, och kör manage migrate igen."
            ).format(role=role)
        )
    who = sql.Identifier(role)
    for statement in (
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        "GRANT USAGE ON SCHEMA public TO {role}",
    ):
        connection.execute(sql.SQL(statement).format(role=who))
    for table, columns in NAMELESS.items():
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        grant = sql.SQL("GRANT SELECT ({columns}) ON {table} TO {role}")
        connection.execute(grant.format(columns=names, table=sql.Identifier(table), role=who))
    for table in ABOUT_PERSONS:
        for statement in (
            "DROP POLICY IF EXISTS counted ON {table}",
            "CREATE POLICY counted ON {table} FOR SELECT TO {role} USING (true)",
        ):
            made = sql.SQL(statement).format(table=sql.Identifier(table), role=who)
            connection.execute(made)
