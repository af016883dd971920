"""Who tells of a person, and who shuts them, wait here for one another."""

from uuid import UUID

from django.db import connection

from stegvis.participants.models import Person


def lock_person(person: UUID) -> None:
    """Until the transaction ends; what is asked after this sees all that was decided before.

    A person whom the viewer does not see is not there to be locked.
    """
    rows = Person.objects.unscoped(reason="the wall of the database decides who is there")
    rows.select_for_update(no_key=True).only("pk").get(pk=person)


def lock_review(review: UUID) -> None:
    """Until the transaction ends: two heads do not judge and sign at once.

    A lock of its own, as nobody may change the row, and so not lock it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(review)])
