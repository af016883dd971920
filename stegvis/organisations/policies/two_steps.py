"""What is asked of a decision by a second person."""

from uuid import UUID

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import TwoStep
from stegvis.organisations.values.two_steps import Outcome

LONGEST_REASON = 2000  # characters


def check_can_decide(two_step: TwoStep, *, by: UUID, outcome: Outcome, why: str) -> None:
    check_open(two_step)
    check_other_person(two_step, by)
    if two_step.is_on_hold and outcome == Outcome.APPROVED:
        raise Refused(_("Ärendet är vilande. Ta upp det igen först."))
    if outcome != Outcome.APPROVED:
        check_reason(why)


def check_open(two_step: TwoStep) -> None:
    if not two_step.is_open:
        raise Refused(_("Ärendet är redan avgjort."))


def check_other_person(two_step: TwoStep, by: UUID | None) -> None:
    if by is None or two_step.prepared_by_id == by:
        raise Refused(_("Den som har förberett ett ärende avgör det inte. Be någon annan."))


def check_reason(why: str) -> None:
    if not why.strip():
        raise Refused(_("Skriv varför."))
    if len(why) > LONGEST_REASON:
        raise Refused(_("Skriv kortare: högst {n} tecken.").format(n=LONGEST_REASON))


def why_not_decide(two_step: TwoStep, by: UUID | None) -> str:
    """The sentence on the disabled button; nothing when it may be pressed."""
    try:
        check_open(two_step)
        check_other_person(two_step, by)
    except Refused as refused:
        return refused.sentence
    return ""
