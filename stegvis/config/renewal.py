"""`renew-keys`: everything that is encrypted is encrypted anew, under the first of STEGVIS_KEYS."""

import argparse
from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from stegvis.core.actions import row_security
from stegvis.core.actions.log_sealing import is_sealed_by_the_newest_key, seal
from stegvis.core.calculations.encryption import Keys, renewed
from stegvis.core.models import EncryptedBytes
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.actions.numbers import renew_indexes

FACTORS = ("secret", "seed")  # what allauth keeps encrypted of a second factor


def main(arguments: list[str]) -> int:
    description = _("Kryptera allt som är krypterat på nytt, med den första av STEGVIS_KEYS.")
    argparse.ArgumentParser("python3 run.py renew-keys", description=description).parse_args(
        arguments
    )
    number = renew()
    said = _("{number} uppgifter är krypterade med den första nyckeln. De andra behövs inte mer.")
    print(said.format(number=number))
    return 0


def renew() -> int:
    keys = tuple(settings.STEGVIS_KEYS)
    with transaction.atomic(), row_security.unscoped(reason="keys are renewed"):
        renew_indexes()
        number = sum(_renew_column(*place, keys) for place in _columns()) + _renew_factors(keys)
    seal()
    if not is_sealed_by_the_newest_key():
        raise Refused(_("Åtkomstloggen kunde inte förseglas just nu. Kör kommandot en gång till."))
    return number


def _columns() -> Iterator[tuple[str, str, str]]:
    """Table, its key, and each column that holds what only the keys can open."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 - documented by Django
            if isinstance(field, EncryptedBytes):
                key, column = model._meta.pk.get_attname(), field.get_attname()  # noqa: SLF001
                yield model._meta.db_table, key, column  # noqa: SLF001


def _renew_column(table: str, key: str, column: str, keys: Keys) -> int:
    """Past the models, which would give the content and not what is stored."""
    names = {"table": table, "key": key, "column": column}
    quoted = {name: sql.Identifier(written) for name, written in names.items()}
    find = sql.SQL("SELECT {column}, {key} FROM {table} WHERE {column} IS NOT NULL FOR UPDATE")
    put = sql.SQL("UPDATE {table} SET {column} = %s WHERE {key} = %s")
    with connection.cursor() as cursor:
        cursor.execute(find.format(**quoted))
        rows = [(renewed(bytes(token), keys), pk) for token, pk in cursor.fetchall()]
        cursor.executemany(put.format(**quoted), rows)
    return len(rows)


def _renew_factors(keys: Keys) -> int:
    number = 0
    for factor in Authenticator.objects.select_for_update():
        kept = {name: factor.data[name] for name in FACTORS if factor.data.get(name)}
        factor.data |= {name: renewed(text.encode(), keys).decode() for name, text in kept.items()}
        factor.save(update_fields=["data"])
        number += len(kept)
    return number
