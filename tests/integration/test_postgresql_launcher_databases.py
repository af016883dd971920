"""A database with an owner and a web role that owns nothing."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import OWNER
from stegvis.core.values.refusals import Refused
from tests.postgresql_places import ask, start, temporary_folder


@pytest.fixture(scope="module")
def server():
    with temporary_folder() as folder:
        yield start(folder / "data")


@pytest.fixture(scope="module")
def access(server):
    return postgresql.ensure_database(server, "house")


def test_owner_owns_the_database(server, access):
    question = "select pg_get_userbyid(datdba) from pg_database where datname = 'house'"

    assert ask(server.url(OWNER), question) == [("house_owner",)]
    assert ask(access.owner_url, "select current_user::text, current_database()::text") == [
        ("house_owner", "house")
    ]


def test_owner_may_add_the_extensions_we_use(access):
    for name in ("btree_gist", "pg_trgm", "unaccent", "citext"):
        ask(access.owner_url, f"create extension {name}")


def test_web_role_owns_and_makes_nothing(access):
    assert ask(access.web_url, "select current_user::text") == [("house_web",)]
    for wish in ("create table t ()", "create schema s", "create temporary table t ()"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(access.web_url, wish)


@pytest.mark.usefixtures("access")
def test_roles_have_no_special_rights(server):
    question = (
        "select rolname::text, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls "
        "from pg_roles where rolname ~ '^house_' order by rolname"
    )

    assert ask(server.url(OWNER), question) == [
        ("house_facts", *[False] * 5),
        ("house_owner", *[False] * 5),
        ("house_web", *[False] * 5),
    ]


@pytest.mark.usefixtures("access")
def test_the_role_without_names_is_taken_on_and_never_signed_in_as(server):
    """The web role may say that it is the other; it inherits nothing from it."""
    rights = (f"pg_has_role('house_web', 'house_facts', '{one}')" for one in ("set", "usage"))
    question = f"select rolcanlogin, {', '.join(rights)} from pg_roles"  # noqa: S608 - our own

    told = ask(server.url(OWNER), f"{question} where rolname = 'house_facts'")

    assert told == [(False, True, False)]


def test_web_role_enters_no_other_database(server, access):
    postgresql.ensure_database(server, "other")

    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        ask(access.web_url.replace("/house?", "/other?"), "select 1")


def test_ensuring_again_changes_nothing(server, access):
    ask(access.owner_url, "create table kept as select 7 as number")

    assert postgresql.ensure_database(server, "house") == access
    assert ask(access.owner_url, "table kept") == [(7,)]


def test_ensuring_sets_a_changed_password_right(server, access):
    ask(server.url(OWNER), "alter role house_web superuser password 'annat'")

    postgresql.ensure_database(server, "house")

    assert ask(access.web_url, "show is_superuser") == [("off",)]


def test_four_at_once_agree(server):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(postgresql.ensure_database, [server] * 4, ["crowded"] * 4))

    assert len({(access.owner_url, access.web_url) for access in found}) == 1
    assert ask(found[0].web_url, "select 1") == [(1,)]


def test_passwords_are_not_shown(access):
    assert repr(access) == "DatabaseAccess()"


@pytest.mark.parametrize("name", ["", "Stor", "två", "a b", 'a"b', "9a", "a" * 58])
def test_unusable_name_is_refused(server, name):
    with pytest.raises(Refused, match="Databasens namn"):
        postgresql.ensure_database(server, name)
