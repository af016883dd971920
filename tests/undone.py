"""A transaction that leaves nothing behind."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone():
    """A page inside may believe that it commits, as inside Django's own test cases."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)
