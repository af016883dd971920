"""Reading persons without their names, as a database role that has no right to anything else."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from stegvis.core.values.database_roles import nameless_role


@contextmanager
def reading_without_names() -> Iterator[CursorWrapper]:
    """Every row, of the columns that `grants.NAMELESS` lists; writing anything is refused.

    The role is that of this transaction only, and ends here. Only the job that makes facts says
    it: it gives no more than the web role can already ask for, and says in the database what the
    facts are made of.
    """
    role = sql.Identifier(nameless_role(str(connection.settings_dict["USER"])))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(role))
        yield cursor
        cursor.execute("SET LOCAL ROLE NONE")  # after an error, rolling back has ended it
