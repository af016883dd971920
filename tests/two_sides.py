"""Two associations with one of everything that has an address, and a planted word in each.

`ours` is Alva's programme, `next_door` another of the same association that she leads too,
`theirs` Cecilia's in the other association. What stands in one may never be read from another.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.utils import timezone

from stegvis.core.models import Job, JobState
from stegvis.organisations.actions.memberships import GRANT
from stegvis.organisations.actions.two_steps import prepare
from stegvis.organisations.models import ErasurePlan, GrantRequest, Membership
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.retention import ERASING
from stegvis.participants.models import LogAlarm, LogReview
from stegvis.participants.values.log_risks import Limits
from stegvis.programmes.actions.definitions import NewVersion, create_programme
from stegvis.programmes.actions.working_copies import keep_copy
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Assignment
from stegvis.programmes.values.working_copy import WorkingCopy
from stegvis.reports.actions.freezing import freeze_report
from stegvis.reports.actions.making import made
from stegvis.reports.actions.notes import save_note
from stegvis.reports.actions.reports import start_report, usual_day_of
from stegvis.reports.actions.texts import save_text
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import NewNote, NewReport, Typed
from stegvis.results.models import Delivery
from stegvis.results.values.checked import Excerpt, ExcerptRow, KeptProposal, Told, ToldFault
from stegvis.results.values.deliveries import CHECKED
from stegvis.results.values.mapping import Mapping
from tests.cast import JOINED, person, stage
from tests.written_reports import SUMMARY, writer

SHEET = "Blad"
OF_A_PART = Place("summary", "part")


@dataclass(frozen=True)
class Side:
    """`word` stands in everything here; `ids` fill in addresses by the name of their parameter."""

    word: str
    ids: dict[str, object]


@dataclass(frozen=True)
class TwoSides:
    people: dict[str, object]
    ours: Side
    next_door: Side
    theirs: Side

    @property
    def each(self):
        return self.ours, self.next_door, self.theirs


def two_sides():
    cast = stage()
    people = {one: getattr(cast, one) for one in ("alva", "bo", "cecilia", "disa")}
    ours = programme(cast.here, "ung-framtid", "Hemmaord")
    next_door = programme(cast.here, "sara", "Grannord")
    theirs = programme(cast.elsewhere, "ung-framtid", "Fjarranord")
    people |= others(cast.here, ours)
    for user, one in ((cast.alva, ours), (cast.alva, next_door), (cast.bo, ours)):
        Assignment.objects.create(user=user, programme=one, starts_on=JOINED)
    people["both"] = of_both(cast, theirs)
    Assignment.objects.create(user=cast.cecilia, programme=theirs, starts_on=JOINED)
    for user, association in ((cast.alva, cast.here), (cast.cecilia, cast.elsewhere)):
        begun(user, association)
    begun(people["manager"], cast.here)
    works_with(people["head"], people["worker"])
    here, there = organised(people["worker"], cast.here), organised(cast.cecilia, cast.elsewhere)
    return TwoSides(
        people,
        side(ours, "Hemmaord", cast.alva, here),
        side(next_door, "Grannord", cast.alva, here),
        side(theirs, "Fjarranord", cast.cecilia, there),
    )


def organised(user, association):
    """What an administrator of the association reaches, and a matter that waits for another."""
    membership = Membership.objects.get(user=user, association=association)
    proposed = person(f"Proposed{association.pk} X", association, AgencyKind.REGION, "evaluator")
    asked = GrantRequest.objects.create(
        user=proposed, association=association, role="administrator", starts_on=JOINED
    )
    matter = prepare(Matter(GRANT, asked.pk, association.pk), by=user.pk, why="En till.")
    plan = ErasurePlan.objects.create(association=association, as_of=JOINED, digest="0" * 64)
    prepare(Matter(ERASING, plan.pk, association.pk), by=user.pk, why="Årlig.")
    rows = {
        "plan": plan,
        "association": association,
        "unit": membership.unit,
        "agency": membership.unit.agency,
    }
    rows |= {"user": user, "membership": membership, "matter": matter}
    rows |= reviewed(membership)
    return {f"{kind}_id": row.pk for kind, row in rows.items()}


def works_with(head, worker):
    """At the same unit."""
    unit = Membership.objects.get(user=worker).unit
    Membership.objects.filter(user=head).update(unit=unit)


def reviewed(membership):
    """What the head of somebody's unit opens: a check that is not signed, and an alarm."""
    unit = membership.unit
    where = {"association": membership.association, "agency": unit.agency, "unit": unit}
    told = {"rules": asdict(Limits()), "numbers": {}, "opened_by": membership.user, "until": 0}
    review = LogReview.objects.create(**where, first=JOINED, last=JOINED, seed="0", **told)
    alarm = LogAlarm.objects.create(
        **where,
        user=membership.user,
        risk="many",
        day=JOINED,
        happened_at=timezone.now(),
        count=41,
        limit=40,
        rows=[],
    )
    return {"review": review, "alarm": alarm}


def others(association, programme):
    """Whose standing has ended, whose work in the programme has, and the other roles."""
    kind = AgencyKind.MUNICIPALITY
    roles = {
        "left": "programme_leader",
        "moved": "programme_leader",
        "worker": "case_worker",
        "manager": "association_manager",
        "admin": "administrator",
        "head": "unit_head",
    }
    found = {name: person(f"{name} X", association, kind, role) for name, role in roles.items()}
    today = timezone.localdate()
    Membership.objects.filter(user=found["left"]).update(ends_on=today)
    for name, last in (("left", None), ("moved", today), ("worker", None)):
        Assignment.objects.create(
            user=found[name], programme=programme, starts_on=JOINED, ends_on=last
        )
    return found


def of_both(cast, theirs):
    """On the board here, and leads Cecilia's programme with her there."""
    user = person("Both X", cast.here, AgencyKind.REGION, "board_member")
    Membership.objects.create(
        user=user, association=cast.elsewhere, role="programme_leader", starts_on=JOINED
    )
    Assignment.objects.create(user=user, programme=theirs, starts_on=JOINED)
    return user


def programme(association, slug, word):
    """The shipped one under another name and id."""
    text = shipped(f"{slug}.toml").read_text(encoding="utf-8")
    for key, value in (("id", word.lower()), ("name", word)):
        text = re.sub(rf'^{key} = ".*"$', f'{key} = "{value}"', text, count=1, flags=re.MULTILINE)
    new = NewVersion(text, date(2020, 1, 1), word)
    return create_programme(association=association.pk, new=new, by=None)


def begun(user, association):
    text = shipped("starter.toml").read_text(encoding="utf-8")
    viewer = viewer_for(user.pk, on=timezone.localdate())
    keep_copy(WorkingCopy(text, association.pk), programme=None, viewer=viewer)


def side(programme, word, user, organised):
    report = written(programme, word, user)
    seen = made(report, final=True).fingerprint
    viewer = viewer_for(user.pk, on=timezone.localdate())
    frozen = freeze_report(report, seen=seen, viewer=viewer, by=user.pk)
    save_text(report, typed=Typed(SUMMARY, f"{word} igen.", 1), by=writer(report, user))
    delivery = delivered(programme, word, user)
    kinds = ("programme", "report", "frozen", "delivery", "job")
    rows = (programme, report, frozen, delivery, checked(delivery))
    ids = {f"{kind}_id": row.pk for kind, row in zip(kinds, rows, strict=True)}
    ids["kept_id"] = programme.pk
    return Side(word, organised | ids)


def written(programme, word, user):
    new = NewReport("half-year", usual_day_of(programme), "sv", word)
    report = start_report(programme, new=new, by=user.pk)
    save_text(report, typed=Typed(SUMMARY, f"{word} här.", 0), by=writer(report, user))
    save_text(report, typed=Typed(OF_A_PART, f"{word} där.", 0), by=writer(report, user))
    save_note(report, new=NewNote(SUMMARY, word, word, figure="persons", said=word), by=user.pk)
    return report


def delivered(programme, word, user):
    row = ExcerptRow(sheet=SHEET, number=2, cells={"Löpnr": word})
    mapping = Mapping(programme=programme.slug, sheet=SHEET, key="Löpnr")
    return Delivery.objects.create(
        programme=programme,
        state=CHECKED,
        named=[{"name": f"{word}.xlsx", "size": 1, "digest": "0" * 64}],
        told=Told(faults=(ToldFault(text=word, sheet=SHEET, row=2),)).model_dump_json(),
        excerpt=Excerpt(rows=(row,)).model_dump_json(),
        proposal=KeptProposal(mapping=mapping.model_dump(mode="json")).model_dump_json(),
        delivered_by=user,
        applied_at=timezone.now() - timedelta(days=1),
    )


def checked(delivery):
    """By a job that nobody asked for, so that only what it is about says who may see it."""
    job = Job.objects.create(
        kind="check", subject=delivery.pk, state=JobState.DONE, sentence=delivery.name
    )
    Delivery.objects.unscoped(reason="a test").filter(pk=delivery.pk).update(job=job.pk)
    return job
