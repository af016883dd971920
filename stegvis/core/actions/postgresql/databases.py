"""A database with three roles: its owner, the web's, and one that only reads without names."""

import re
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql

from stegvis.core.actions.postgresql import locks, passwords
from stegvis.core.actions.postgresql.clusters import OWNER
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.actions.postgresql.server import Server
from stegvis.core.values.database_roles import nameless_role
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

NAME = re.compile(r"[a-z][a-z0-9_]{0,56}")  # with `_owner` within PostgreSQL's 63 bytes

Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class DatabaseAccess:
    """The owner migrates; the web process reads and writes what it was granted.

    Nobody signs in as the third role: the web role takes it on where facts are made.
    """

    owner_url: str = field(repr=False)
    web_url: str = field(repr=False)


def ensure_database(server: Server, name: str) -> DatabaseAccess:
    """Made the first time, and the roles set right each time; several at once wait in line."""
    if not NAME.fullmatch(name):
        raise Refused(
            _(
                "Databasens namn {name} går inte att använda. Det ska börja med en liten bokstav "
                "a–z, följas av små bokstäver, siffror eller _, och ha högst 57 tecken."
            ).format(name=name)
        )
    owner, web = f"{name}_owner", f"{name}_web"
    facts = nameless_role(web)
    place = Place(server.directory)
    with locks.alone(place):
        secrets = {role: passwords.kept(place.passwords, role) for role in (owner, web)}
        with psycopg.connect(server.url(OWNER), autocommit=True) as connection:
            for role, secret in secrets.items():
                _ensure_role(connection, role, secret)
            _ensure_taken_on(connection, facts, by=web)
            _ensure_owned(connection, name, owner, web)
    return DatabaseAccess(
        owner_url=server.url(name, role=owner, password=secrets[owner]),
        web_url=server.url(name, role=web, password=secrets[web]),
    )


def _ensure_role(connection: Connection, role: str, secret: str) -> None:
    """The password leaves this process only as its scram verifier: no log can hold it."""
    verifier = connection.pgconn.encrypt_password(
        secret.encode(), role.encode(), b"scram-sha-256"
    ).decode()
    found = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    verb = sql.SQL("alter" if found else "create")
    limits = sql.SQL("login nosuperuser nocreatedb nocreaterole noreplication nobypassrls")
    connection.execute(
        sql.SQL("{} role {} {} password {}").format(verb, sql.Identifier(role), limits, verifier)
    )


def _ensure_taken_on(connection: Connection, role: str, *, by: str) -> None:
    """Not inherited: the web role reads nothing by it before it has said so."""
    found = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    names = [sql.Identifier(word) for word in (role, by)]
    verb = sql.SQL("alter" if found else "create")
    limits = sql.SQL("nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls")
    connection.execute(sql.SQL("{} role {} {}").format(verb, names[0], limits))
    grant = "grant {} to {} with admin false, inherit false, set true"
    connection.execute(sql.SQL(grant).format(*names))


def _ensure_owned(connection: Connection, name: str, owner: str, web: str) -> None:
    found = connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
    names = [sql.Identifier(word) for word in (name, owner, web)]
    if not found:
        connection.execute(sql.SQL("create database {} owner {}").format(*names))
    connection.execute(sql.SQL("alter database {} owner to {}").format(*names))
    connection.execute(sql.SQL("revoke all on database {} from public").format(*names))
    connection.execute(sql.SQL("grant connect on database {0} to {2}").format(*names))
