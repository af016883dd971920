"""Letters leave after the answer has been decided, and never decide it."""

import logging
from threading import Thread

from django.core.mail import EmailMessage
from django.db import transaction

LOG = logging.getLogger(__name__)


def send_soon(letter: EmailMessage) -> None:
    thread = Thread(target=_send, args=(letter,), name="letter", daemon=True)
    transaction.on_commit(thread.start)


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except Exception:
        LOG.exception("a letter could not be sent: %s", letter.subject)
