"""A head checks the log: rows are drawn, judged, and the protocol is signed."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from stegvis.core.queries.access_log import newest_entry
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.actions.acts import note
from stegvis.organisations.values.acts import ActKind
from stegvis.participants.actions.locks import lock_review
from stegvis.participants.calculations.log_risks import draw, risky
from stegvis.participants.models import (
    AlarmAnswer,
    DrawnRow,
    LogAlarm,
    LogJudgement,
    LogProtocol,
    LogReview,
    LogRules,
)
from stegvis.participants.policies.log_reviews import (
    check_answer,
    check_can_sign,
    check_heads,
    check_none_is_open,
    check_period,
    check_said,
    check_unsigned,
)
from stegvis.participants.queries.log_readings import readings_of
from stegvis.participants.queries.log_reviews import headed, limits_of, reviewable
from stegvis.participants.values.log_reviews import NewReview, Redrawn, Said, Verdict
from stegvis.participants.values.log_risks import RANDOM, Limits


def open_review(new: NewReview, *, viewer: Viewer) -> LogReview:
    """Draws the rows. The head's own readings are left out and counted: somebody else looks."""
    where = {one.unit: one for one in headed(viewer)}
    check_heads(new, where)
    check_period(new, viewer)
    check_none_is_open(_open(new))
    standing, limits, until = (
        where[new.unit],
        limits_of(where[new.unit].association),
        newest_entry(),
    )
    rows = reviewable(new.unit, new.first, new.last, until=until)
    readings = readings_of(one for one in rows if one.user != viewer.user)
    seed = uuid4().hex
    numbers = {"rows": len(rows), "own": len(rows) - len(readings)}
    with transaction.atomic():
        review = LogReview.objects.create(
            association_id=standing.association,
            agency_id=standing.agency,  # type: ignore[misc] # a head's unit has one
            unit_id=new.unit,
            first=new.first,
            last=new.last,
            seed=seed,
            until=until,
            rules=asdict(limits),
            numbers=numbers | {risk: len(found) for risk, found in risky(readings, limits).items()},
            opened_by_id=_user(viewer),
        )
        DrawnRow.objects.bulk_create(
            DrawnRow(review=review, number=number, why=why)
            for number, why in draw(readings, limits, seed).items()
        )
    return review


def redrawn(review: LogReview) -> Redrawn:
    """What was drawn beside what the seed draws now. Costs as much as to begin a review."""
    then, now = dict(review.drawn.values_list("number", "why")), drawn_again(review)
    by_chance = [{n for n, why in one.items() if RANDOM in why} for one in (then, now)]
    risky_then, risky_now = (
        {n for n, why in x.items() if set(why) - {RANDOM}} for x in (then, now)
    )
    return Redrawn(
        at_random=len(by_chance[0]),
        is_same=by_chance[0] == by_chance[1],
        risky=len(risky_then),
        risky_again=len(risky_then & risky_now),
    )


def drawn_again(review: LogReview) -> dict[int, list[str]]:
    """What the review's own seed draws from the log: to be compared with what was drawn."""
    rows = reviewable(review.unit_id, review.first, review.last, until=review.until)
    readings = readings_of(one for one in rows if one.user != review.opened_by_id)
    return draw(readings, Limits(**review.rules), review.seed)


def judge(review: LogReview, said: Iterable[Said], *, viewer: Viewer) -> int:
    """How many were said anew; what is as before is not written again."""
    with transaction.atomic():
        lock_review(review.pk)
        check_unsigned(is_signed=_is_signed(review))
        rows = {one.number: one for one in review.drawn.all()}
        before = _latest(review)
        new = []
        for one in said:
            check_said(one, rows)
            if before.get(one.number) != (one.verdict, one.note.strip()):
                new.append(_judgement(rows[one.number], one, viewer))
        LogJudgement.objects.bulk_create(new)
    return len(new)


def sign(review: LogReview, *, viewer: Viewer) -> LogProtocol:
    """Frozen: the database takes no more judgements of its rows."""
    with transaction.atomic():
        lock_review(review.pk)
        latest = _latest(review)
        drawn = review.drawn.count()
        check_can_sign(drawn - len(latest), is_signed=_is_signed(review))
        counted = Counter(verdict for verdict, _said in latest.values())
        at = timezone.now()
        protocol: LogProtocol = LogProtocol.objects.create(
            review=review,
            signed_at=at,
            signed_by_id=_user(viewer),
            outcomes={one.value: counted[one.value] for one in Verdict} | {"drawn": drawn},
            digest=digest(review, str(viewer.user), at.isoformat()),
        )
    return protocol


def digest(review: LogReview, signed_by: str, signed_at: str) -> str:
    """Of everything that the protocol says."""
    why = dict(review.drawn.values_list("number", "why"))
    rows = [[number, why[number], *said] for number, said in sorted(_latest(review).items())]
    fields = ("unit_id", "first", "last", "seed", "until", "opened_by_id")
    said: dict[str, Any] = {name: str(getattr(review, name)) for name in fields}
    said |= {"rules": review.rules, "numbers": review.numbers, "rows": rows}
    said |= {"signed_by": signed_by, "signed_at": signed_at}
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_as_signed(protocol: LogProtocol) -> bool:
    by, at = str(protocol.signed_by_id), protocol.signed_at.isoformat()
    return digest(protocol.review, by, at) == protocol.digest


def answer(alarm: LogAlarm, words: str, *, viewer: Viewer) -> AlarmAnswer:
    with transaction.atomic():
        check_answer(words, is_answered=AlarmAnswer.objects.filter(alarm=alarm).exists())
        said: AlarmAnswer = AlarmAnswer.objects.create(
            alarm=alarm, note=words.strip(), by_id=_user(viewer)
        )
    return said


def decide_log_rules(association: UUID, new: Limits, *, viewer: Viewer) -> None:
    with transaction.atomic():
        LogRules.objects.create(
            association_id=association, recorded_by_id=_user(viewer), **asdict(new)
        )
        note(ActKind.LOG_RULES, association=association, by=viewer.user)


def _user(viewer: Viewer) -> UUID:
    if viewer.user is None:
        raise Refused(_("Logga in först."))
    return viewer.user


def _open(new: NewReview) -> int:
    there = LogReview.objects.filter(unit=new.unit, first__lte=new.last, last__gte=new.first)
    return there.filter(protocol=None).count()


def _is_signed(review: LogReview) -> bool:
    return LogProtocol.objects.filter(review=review).exists()


def _latest(review: LogReview) -> dict[int, tuple[str, str]]:
    found = LogJudgement.objects.filter(row__review=review).order_by("at", "pk")
    return {
        row: (verdict, said)
        for row, verdict, said in found.values_list("row__number", "verdict", "note")
    }


def _judgement(row: DrawnRow, said: Said, viewer: Viewer) -> LogJudgement:
    return LogJudgement(row=row, verdict=said.verdict, note=said.note.strip(), by_id=_user(viewer))
