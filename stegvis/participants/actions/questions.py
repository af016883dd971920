"""The unit responsible answers who asked to be let in; see docs/decisions/0017."""

from uuid import UUID

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import IDENTITY
from stegvis.core.values.refusals import Refused
from stegvis.core.values.sightings import Action, did
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.participants.actions.merging import merge_into
from stegvis.participants.models import Consent, Involvement, LinkRequest, Person
from stegvis.participants.queries.changing import check_can_act
from stegvis.participants.queries.persons import person_of
from stegvis.participants.queries.questions import consent_that_names, question_of
from stegvis.participants.values.persons import Ground
from stegvis.participants.values.questions import Answer
from stegvis.participants.values.reasons import Reason


def let_in(question_id: UUID, *, ground: Ground, viewer: Viewer) -> Person:
    """What the asker has recorded is then of the person, and the asker is involved with them.

    Where it rests on a consent, it ends with that. A protected person's list gets one name more.
    """
    question, person = _asked(question_id, viewer)
    consent = consent_that_names(question, viewer) if ground is Ground.CONSENT else None
    if ground is Ground.CONSENT and consent is None:
        sentence = _("Inget samtycke som gäller nu nämner {agency}. Ta ett samtycke först.")
        raise Refused(sentence.format(agency=question.asked_for.name))
    if question.registered_id:
        _rest_on(question, consent, named=person.is_protected)
        merge_into(person.pk, question.registered_id)
    _answer(question, Answer.LET_IN, viewer)
    did(Action.DISCLOSE, person.pk, about=IDENTITY, ground=ground.value)
    return person


def refuse_question(question_id: UUID, *, viewer: Viewer) -> Person:
    """Nobody is told; the asker goes on with a row of their own."""
    question, person = _asked(question_id, viewer)
    _answer(question, Answer.REFUSED, viewer)
    return person


def _asked(question_id: UUID, viewer: Viewer) -> tuple[LinkRequest, Person]:
    question = question_of(viewer, question_id)
    if question.person_id is None:
        raise LinkRequest.DoesNotExist
    person = person_of(viewer, question.person_id, Permission.DISCLOSE)
    check_can_act(viewer, person)
    return question, person


def _rest_on(question: LinkRequest, consent: Consent | None, *, named: bool) -> None:
    with row_security.unscoped(reason="the asker is let in"):
        rows = Involvement.objects.unscoped(reason="the asker is let in")
        theirs = rows.filter(person=question.registered_id, user__isnull=False)
        theirs = theirs.exclude(reason=Reason.OWN)  # the participant's rests on nothing
        theirs.update(consent=consent, named=named)


def _answer(question: LinkRequest, answer: Answer, viewer: Viewer) -> None:
    question.answer, question.answered_by = answer, viewer.user
    question.answered_at = timezone.now()
    with row_security.unscoped(reason="a question is answered"):
        question.save(update_fields=["answer", "answered_by", "answered_at"])
