"""What waits for somebody to do something, put on the stage where forms are looked for (T6)."""

from datetime import timedelta

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.organisations.models import Membership, RetentionRule, User
from stegvis.participants.models import Disclosure, LinkRequest
from tests.people import consent, exception, involve, participant
from tests.trust.canaries import copy_of
from tests.trust.seeing_model import Row

REASON = "a test"
OPENED = "own and closed"
KIND = "person"
WITH_OWN_PAGE, GIVEN_PAGE = "with a page of their own", "own"


def put(stage):
    """What fills in the addresses where it is seen, by the names of the addresses."""
    person, here = stage.persons[OPENED], stage.agencies["here"]
    with row_security.unscoped(reason=REASON):
        exception(person, owner=here, against_agency=stage.agencies["partner"])
        for name in (OPENED, WITH_OWN_PAGE):
            consent(stage.persons[name], here, [stage.agencies["partner"]])
        give_page(stage.persons[GIVEN_PAGE])
        told = stage.disclosed(Row(OPENED, "partner", "ordinary", "here"))
        Disclosure.objects.unscoped(reason=REASON).filter(pk=told).update(content=copy_of("Namn"))
        leaving = leaver(stage)
        held = involve(leaving.user, person, agency=here)
        involve(leaving.user, participant(here, "Uno", "Utter"), agency=here)
        asked = unheard(stage)
    decide_erasing(stage)
    return {
        "received_copy": {"disclosure_id": told},
        "end_involvement": {"involvement_id": held.pk},
        "handover": {"membership_id": leaving.pk},
        "withdraw_retention": {"record": KIND},
        "give_question": {"question_id": asked.pk},
    }


def give_page(person):
    """Whoever it is has not signed in yet."""
    person.account = User.objects.create_user("ny@exempel.se", name="Deltagare")
    person.save(update_fields=["account"])


def unheard(stage):
    """Somebody asks of a person whom nobody works with."""
    return LinkRequest.objects.create(
        association=stage.here,
        person=participant(stage.agencies["here"], "Ulla", "Ulv"),
        to_unit=stage.units["one"],
        asked_by=stage.users["alva"].pk,
        asked_for=stage.agencies["partner"],
        why="Ett ärende hos oss.",
    )


def leaver(stage):
    today, unit = timezone.localdate(), stage.units["one"]
    return Membership.objects.create(
        user=User.objects.create_user("slutar@exempel.se", name="Lo Lind"),
        association=stage.here,
        unit=unit,
        role="case_worker",
        starts_on=today - timedelta(days=400),
        ends_on=today + timedelta(days=14),
    )


def decide_erasing(stage):
    RetentionRule.objects.create(
        association=stage.here,
        kind=KIND,
        event="noted",
        months=60,
        decision="Direktionen",
        decided_on=timezone.localdate(),
    )
