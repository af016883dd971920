"""Two-person control of any subject: one prepares, another decides, and it is decided once."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.two_steps import decide, hold, prepare
from stegvis.organisations.models import TwoStep
from stegvis.organisations.policies.two_steps import why_not_decide
from stegvis.organisations.queries.two_steps import (
    decided_matters,
    matter_of,
    open_matter_about,
    open_matters,
)
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.roles import Permission
from stegvis.organisations.values.two_steps import Outcome
from tests.administered import looking
from tests.cast import stage

FIGURES = Permission.SEE_PROTECTED_FIGURES


@pytest.fixture
def matter(cast):
    return Matter("merge", uuid4(), cast.here.pk)


@pytest.fixture
def two_step(cast, matter):
    return prepare(matter, by=cast.alva.pk, why="Samma person två gånger.")


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.sentence


def test_another_person_decides(cast, matter, two_step):
    decided = decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.APPROVED)

    assert (decided.outcome, decided.decided_by, decided.is_open) == ("APPROVED", cast.bo, False)
    assert open_matter_about("merge", matter.subject) is None


def test_who_prepared_does_not_decide(cast, two_step):
    sentence = "Den som har förberett ett ärende avgör det inte. Be någon annan."

    for outcome in Outcome:
        said = refusal(
            lambda one=outcome: decide(two_step.pk, by=cast.alva.pk, outcome=one, why="x")
        )
        assert said == sentence
    assert why_not_decide(two_step, cast.alva.pk) == sentence
    assert why_not_decide(two_step, None) == sentence
    assert why_not_decide(two_step, cast.bo.pk) == ""


def test_it_is_decided_once(cast, two_step):
    decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.APPROVED)

    said = refusal(lambda: decide(two_step.pk, by=cast.disa.pk, outcome=Outcome.REFUSED, why="x"))

    assert said == "Ärendet är redan avgjort."
    assert refusal(lambda: hold(two_step.pk, on_hold=True)) == "Ärendet är redan avgjort."


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.RETURNED])
def test_a_no_has_its_reason(cast, two_step, outcome):
    said = refusal(lambda: decide(two_step.pk, by=cast.bo.pk, outcome=outcome, why=" "))

    assert said == "Skriv varför."


def test_a_matter_has_its_reason(cast, matter):
    assert refusal(lambda: prepare(matter, by=cast.alva.pk, why="")) == "Skriv varför."
    too_long = refusal(lambda: prepare(matter, by=cast.alva.pk, why="x" * 2001))
    assert too_long == "Skriv kortare: högst 2000 tecken."


def test_what_is_returned_may_be_prepared_again(cast, matter, two_step):
    decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.RETURNED, why="Vilken av dem?")

    again = prepare(matter, by=cast.alva.pk, why="Den andra.")

    assert open_matter_about("merge", matter.subject) == again


def test_one_matter_at_a_time_about_a_subject(cast, matter, two_step):
    said = refusal(lambda: prepare(matter, by=cast.bo.pk, why="Jag också."))

    assert said == "Det väntar redan på ett beslut av någon annan."
    with pytest.raises(IntegrityError), transaction.atomic():
        TwoStep.objects.create(
            kind="merge",
            subject=matter.subject,
            association=cast.here,
            prepared_by=cast.bo,
            why="x",
        )


def test_what_is_on_hold_is_not_approved(cast, two_step):
    hold(two_step.pk, on_hold=True)
    said = refusal(lambda: decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.APPROVED))
    hold(two_step.pk, on_hold=False)

    assert said == "Ärendet är vilande. Ta upp det igen först."
    assert not decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.APPROVED).is_on_hold


def test_matters_are_those_of_the_association(cast, two_step):
    disa, cecilia = looking(cast.disa), looking(cast.cecilia)

    assert list(open_matters(disa, FIGURES)) == [two_step]
    assert list(open_matters(disa, FIGURES, "grant")) == []
    assert list(open_matters(cecilia, Permission.SEE_FIGURES)) == []
    with pytest.raises(TwoStep.DoesNotExist):
        matter_of(cecilia, Permission.SEE_FIGURES, two_step.pk)
    decide(two_step.pk, by=cast.bo.pk, outcome=Outcome.APPROVED)
    assert list(decided_matters(disa, FIGURES, "merge")) == [two_step]


def test_two_who_decide_at_once_decide_once(transactional_db):
    cast = stage()
    waiting = Matter("merge", uuid4(), cast.here.pk)
    two_step = prepare(waiting, by=cast.alva.pk, why="Samma person två gånger.")
    together, said = Barrier(2), []

    def run(by):
        together.wait()
        try:
            decide(two_step.pk, by=by, outcome=Outcome.APPROVED)
            said.append("")
        except Refused as refused:
            said.append(refused.sentence)
        finally:
            connection.close()

    both = [Thread(target=run, args=(one.pk,)) for one in (cast.bo, cast.disa)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert sorted(said) == ["", "Ärendet är redan avgjort."]
