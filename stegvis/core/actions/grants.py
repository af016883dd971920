"""What the web role may do: read and write rows, and nothing to the tables themselves."""

import psycopg
from psycopg import sql

# tables whose rows the web process may add to but never change: the rest it may change
INSERT_ONLY: tuple[str, ...] = (
    "core_accessentry",
    "core_logcheck",
    "core_logsegment",
    "organisations_act",
    "participants_consenttext",
    "programmes_definitionversion",
    "reports_frozenfile",
    "reports_frozenreport",
    "reports_reporttext",
)

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
