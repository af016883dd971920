"""What one request wrote: every row of every table that came to be or is another than it was.

A row is known by when it was written, so that only those are read; what is encrypted is read as
it was before. What differs each time is told by what it is: a key, a moment.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.apps import apps
from django.db import connection

from stegvis.core.actions import row_security
from stegvis.core.models.encrypted import EncryptedBytes

REASON = "a test"
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LEFT_OUT = {"core_accessentry", "core_sentform", "django_session", "django_migrations"}
"""The log has checks of its own; which form was sent, and by whom, is not of the form."""
NOBODY = "99999999-9999-4999-8999-999999999999"
QUEUE = {"procrastinate_jobs", "procrastinate_events", "core_job"}


@dataclass(frozen=True)
class Change:
    """`key` is that of a row that was there; a new one has none."""

    table: str
    key: str
    column: str
    value: str


class Tables:
    """Of a stage that nothing changes for good: what each row was, by table and key."""

    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT table_name FROM information_schema.tables "
                "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            )
            names = sorted({name for (name,) in cursor.fetchall()} - LEFT_OUT)
        self.sealed, self.names = sealed_columns(), names
        self.first = 0
        self.before = {(table, key_of(row)): row for table, row in self.written()}
        self.keys = {key for _table, key in self.before}
        self.first = self.next_number()

    def query(self, columns):
        """The names are those of the database itself."""
        return " UNION ALL ".join(
            f"SELECT '{name}', {columns} FROM {name} t "  # noqa: S608
            f"WHERE t.xmin::text::bigint >= {self.first}"
            for name in self.names
        )

    def next_number(self):
        """Whatever is written later has at least this number."""
        with row_security.unscoped(reason=REASON), connection.cursor() as cursor:
            cursor.execute(self.query("max(t.xmin::text::bigint)"))
            return 1 + max(number or 0 for _name, number in cursor)

    def written(self):
        with row_security.unscoped(reason=REASON), connection.cursor() as cursor:
            cursor.execute(self.query("to_jsonb(t)::text"))
            return [(table, self.opened(table, json.loads(row))) for table, row in cursor]

    def some_key(self, table, which):
        found = sorted(key for name, key in self.before if name == table)
        return (found[0 if which == "first" else -1]) if found else NOBODY

    def opened(self, table, row):
        """With what is encrypted in words."""
        for name, field in self.sealed.get(table, ()):
            if row.get(name):
                row[name] = field.from_db_value(bytes.fromhex(row[name].removeprefix("\\x")))
        return row

    def changes(self, rows):
        """Columns that are another than they were; of new rows all."""
        found = set()
        for table, row in rows:
            key = key_of(row)
            old = self.before.get((table, key), {})
            for column, value in row.items():
                if column not in old or old[column] != value:
                    found.add(Change(table, key if old else "", column, self.told(value)))
        return found

    def told(self, value):
        """New keys and moments are alike each time."""
        text = str(value)
        for one in set(KEY.findall(text)) - self.keys:
            text = text.replace(one, "new")
        return "now" if is_now(text) else text


def key_of(row):
    return str(row.get("id") or row.get("number") or row.get("pk") or sorted(row.items()))


def is_now(text):
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is not None and abs((datetime.now(UTC) - moment).total_seconds()) < 600


def sealed_columns():
    found = {}
    for model in apps.get_models():
        fields = [one for one in model._meta.concrete_fields if isinstance(one, EncryptedBytes)]
        found[model._meta.db_table] = [(one.column, one) for one in fields]
    return found
