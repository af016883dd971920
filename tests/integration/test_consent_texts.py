"""Versions of the words that people agree to."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from stegvis.core.values.refusals import Refused
from stegvis.participants.actions.consent_texts import NewText, add_text
from stegvis.participants.models import ConsentText
from stegvis.participants.queries.consent_texts import (
    languages_of,
    text_of,
    texts_agreed_to,
    texts_in_force,
    texts_of,
)
from stegvis.participants.values.consents import Purpose
from tests.people import agency_of, consent, participant, today

LATER = timedelta(days=10)


def add(cast, title, *, purpose=Purpose.TEAM, language="sv", starts_on=None):
    new = NewText(purpose, language, title, "Jag samtycker.", starts_on or today(), 12)
    return add_text(cast.here.pk, new, by=cast.disa.pk, on=today())


def test_the_newest_version_that_has_begun_holds(cast):
    add(cast, "Första")
    add(cast, "Andra")
    add(cast, "Kommande", starts_on=today() + LATER)
    add(cast, "Statistik", purpose=Purpose.STATISTICS)
    add(cast, "English", language="en")

    def titles(on, language="sv"):
        found = texts_in_force(cast.here.pk, on, language)
        return {purpose.value: text.title for purpose, text in found.items()}

    assert titles(today()) == {"team": "Andra", "statistics": "Statistik"}
    assert titles(today() + LATER) == {"team": "Kommande", "statistics": "Statistik"}
    assert titles(today(), "en") == {"team": "English"}
    assert titles(today() - LATER) == {}
    assert languages_of(cast.here.pk, today()) == ["sv", "en"]
    assert [(one.language, one.number) for one in texts_of(cast.here.pk)] == [
        ("en", 1),
        ("sv", 3),
        ("sv", 2),
        ("sv", 1),
        ("sv", 1),
    ]


def test_a_text_is_never_changed(cast):
    text = add(cast, "Första")
    text.title = "En annan"
    with pytest.raises(ProgrammingError), transaction.atomic():
        text.save()
    with pytest.raises(ProgrammingError), transaction.atomic():
        ConsentText.objects.all().delete()


def test_nobody_can_have_agreed_to_words_that_were_not_there(cast):
    with pytest.raises(Refused) as refused:
        add(cast, "Bakåt", starts_on=today() - LATER)
    assert refused.value.sentence.startswith("En ny text gäller tidigast från i dag")


def test_a_text_of_another_association_is_not_there(cast):
    text = add(cast, "Första")
    assert text_of(frozenset({cast.here.pk}), text.pk) == text
    with pytest.raises(ConsentText.DoesNotExist):
        text_of(frozenset({cast.elsewhere.pk}), text.pk)


def test_texts_that_somebody_has_signed_are_known(cast):
    unused = add(cast, "Ny", purpose=Purpose.FORWARD)
    alvas = agency_of(cast.alva)
    given = consent(participant(alvas), alvas, [])
    assert texts_agreed_to(cast.here.pk) == {given.text_id}
    assert unused.pk not in texts_agreed_to(cast.here.pk)
