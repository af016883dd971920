"""Ways out of the house beside the answer itself: letters, the queue, lines of the log, addresses.

Nobody may read a word about a person in any of these, whoever they are.
"""

import logging
import re
from contextlib import contextmanager
from html import unescape
from threading import enumerate as threads
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, transaction

from stegvis.config.logs import WithoutContent
from stegvis.core.actions import jobs, pages
from tests.told import told_by

ADDRESS = re.compile(r"\s(?:href|src|action|formaction|hx-\w+|content)=\"([^\"]*)\"", re.IGNORECASE)
LINE = settings.LOGGING["formatters"]["line"]
QUEUE = ("procrastinate_jobs", "procrastinate_events", "core_job")
RAISES = "raises"
IN_DATABASE = "in the database"


@contextmanager
def heard():
    """Every line of the log, as it is written: also what is less than is usually told."""
    lines = []
    handler = logging.Handler(logging.DEBUG)
    handler.setFormatter(WithoutContent(LINE["format"], style=LINE["style"]))
    handler.emit = lambda record: lines.append(handler.format(record))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def addresses_in(answer):
    """Where the answer leads, and every address on the page."""
    told = [answer.get("Location", ""), answer.get("HX-Redirect", "")]
    if not answer.streaming and answer.get("Content-Type", "").startswith("text/html"):
        told += ADDRESS.findall(answer.content.decode())
    return unquote(unescape("\n".join(told))).lower()


def cookies_in(answer):
    return "\n".join(f"{name}={one.value}" for name, one in answer.cookies.items()).lower()


def letters():
    """Those that are sent when what was done holds: what is written around them too."""
    for _ids, send, _robust in list(connection.run_on_commit):
        send()
    for one in threads():
        if one.name == "letter":
            one.join(10)
    told = [without_its_address(letter) for letter in mail.outbox]
    mail.outbox.clear()
    return "\n".join(told).lower()


def without_its_address(letter):
    """Whom it goes to must stand on it."""
    text = f"{letter.subject}\n{letter.body}\n{letter.message()}"
    for whom in letter.recipients():
        text = text.replace(whom, "")
    return text


def queue():
    """What waits to be done, and what is said of how it goes."""
    told = []
    with connection.cursor() as cursor:
        for table in QUEUE:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t")  # noqa: S608 - one of ours
            told += [row for (row,) in cursor]
    return "\n".join(told).lower()


@contextmanager
def beside_is_here():
    """What a job says of itself stands in this transaction, where it can be read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "_beside_the_transaction", connection.cursor)
        yield


@contextmanager
def everything_fails(way):
    """Each page is made, and then something goes wrong that quotes all that is on it."""
    right = pages._made

    def made(*args, **kwargs):
        told = told_by(right(*args, **kwargs))
        if way == RAISES:
            raise RuntimeError(told)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT %s::integer", [told.replace("\0", "")[:5000]])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "_made", made)
        yield
