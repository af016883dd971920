"""The second wall, column by column: what was told is kept, and the recipient gives a receipt."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.participants.actions.disclosures import receive
from stegvis.participants.models import Disclosure
from stegvis.participants.queries.disclosures import received_one
from tests.consenting import Consenting
from tests.people import agency_of, looking

COLUMNS = {
    "about": "ordinary",
    "content": b"annat",
    "ground": "law",
    "legal_text": "26 kap. 9 §",
    "outside": b"",
    "purpose": "Något annat",
    "sent_at": "2020-01-01",
    "version": 7,
    "what": "{}",
    "why": b"",
}


@pytest.fixture
def stage(cast):
    stage = Consenting(cast)
    stage.others = agency_of(cast.disa)
    with looking(cast.alva):
        stage.told = Disclosure.objects.create(
            person=stage.person,
            owner=stage.alvas,
            about="sensitive",
            recipient=stage.bos,
            to_user=cast.bo.pk,
            ground="consent",
            purpose="Remiss",
            what=["identity.name"],
            content="{}",
            sent_by=cast.alva.pk,
        )
    return stage


def update(row, **values):
    """As a page with a fault in it might: straight at the table, as the web's own role."""
    names = ", ".join(f"{name} = %s" for name in values)
    with transaction.atomic(), connection.cursor() as cursor:
        sql = f"UPDATE participants_disclosure SET {names} WHERE id = %s"  # noqa: S608 - ours
        cursor.execute(sql, [*values.values(), row.pk])
        return cursor.rowcount


def receipt(user):
    return {"received_at": timezone.now(), "received_by": user.pk}


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("who", ["alva", "bo"])
def test_nobody_changes_what_was_told(stage, who, column):
    with looking(getattr(stage, who)), pytest.raises(ProgrammingError, match="changed by nobody"):
        update(stage.told, **{column: COLUMNS[column]})


def test_every_column_but_the_receipt_is_tried():
    names = {one.column for one in Disclosure._meta.concrete_fields}
    keys = {"id", "person_id", "owner_id", "recipient_id", "to_user", "consent_id", "sent_by"}

    assert names - keys - set(COLUMNS) == {"received_at", "received_by"}


@pytest.mark.parametrize("column", ["owner_id", "recipient_id"])
def test_nobody_makes_it_the_telling_of_another_agency(stage, column):
    with looking(stage.bo), pytest.raises(ProgrammingError):
        update(stage.told, **{column: stage.others.pk})


def test_the_recipient_gives_a_receipt_once(stage):
    with looking(stage.bo):
        first = update(stage.told, **receipt(stage.bo))
        with pytest.raises(ProgrammingError, match="given once"):
            update(stage.told, **receipt(stage.bo))

    assert first == 1


def test_a_receipt_is_in_ones_own_name(stage):
    with looking(stage.bo), pytest.raises(ProgrammingError, match="by the recipient"):
        update(stage.told, **receipt(stage.alva))


def test_the_sender_gives_no_receipt(stage):
    with looking(stage.alva), pytest.raises(ProgrammingError, match="by the recipient"):
        update(stage.told, **receipt(stage.alva))


def test_the_page_gives_one(stage):
    with looking(stage.bo) as viewer:
        receive(received_one(viewer, stage.told.pk), viewer=viewer)
    with row_security.unscoped(reason="a test"):
        kept = Disclosure.objects.unscoped(reason="a test").get()

    assert kept.received_by == stage.bo.pk
