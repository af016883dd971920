"""What is answered about roles, second persons and rules of retention, said by hand.

As in `answers_on_consents`; here of the cast, as who may have a role rests on who has which.
"""

from datetime import timedelta

from stegvis.core.values.retention import KINDS
from stegvis.organisations.models import Agency, ErasurePlan, Membership, TwoStep, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.organisations.policies import administration, grants, retention, two_steps
from stegvis.organisations.values.grants import Grant
from stegvis.organisations.values.retention import LONGEST_MONTHS, NewRule
from stegvis.organisations.values.roles import ROLE_OF
from stegvis.organisations.values.two_steps import Outcome
from stegvis.participants.policies import involvements
from tests.cast import JOINED
from tests.trust.answers_on_consents import ALVA, AWAY, BO, DAY, HOME, TODAY, viewer

APPROVED, RETURNED = Outcome.APPROVED, Outcome.RETURNED
DIGEST, OTHER = "a" * 64, "b" * 64
ADMINISTERS = viewer("administer")
CASE_WORKER, TREASURER = ROLE_OF["case_worker"], ROLE_OF["treasurer"]
HEAD, ADMINISTRATOR = ROLE_OF["unit_head"], ROLE_OF["administrator"]


def matter(**said):
    return TwoStep(**({"prepared_by_id": ALVA, "outcome": "", "is_on_hold": False} | said))


def deciding(outcome=APPROVED, why="", by=BO):
    return {"by": by, "outcome": outcome, "why": why}


DECIDED, HELD = matter(outcome="APPROVED"), matter(is_on_hold=True)
OF_TWO = [
    (None, two_steps.check_can_decide, matter(), deciding()),
    (None, two_steps.check_can_decide, matter(), deciding(RETURNED, "fel")),
    (None, two_steps.check_can_decide, HELD, deciding(RETURNED, "fel")),
    ("avgjort", two_steps.check_can_decide, DECIDED, deciding()),
    ("har förberett", two_steps.check_can_decide, matter(), deciding(by=ALVA)),
    ("har förberett", two_steps.check_other_person, matter(), None),
    ("vilande", two_steps.check_can_decide, HELD, deciding()),
    ("Skriv varför", two_steps.check_can_decide, matter(), deciding(RETURNED, " ")),
    (None, two_steps.check_reason, "x" * two_steps.LONGEST_REASON),
    ("kortare", two_steps.check_reason, "x" * (two_steps.LONGEST_REASON + 1)),
    ("", two_steps.why_not_decide, matter(), BO),
    ("Den som har förberett", two_steps.why_not_decide, matter(), ALVA),
    ("Ärendet är redan", two_steps.why_not_decide, DECIDED, BO),
]


def rule(**said):
    kind = next(iter(KINDS.values()))
    usual = {"kind": kind.code, "event": next(iter(kind.events)), "months": 24, "decision": "§ 1"}
    return NewRule(**(usual | {"decided_on": TODAY} | said)), TODAY


def of_retention():
    plan = ErasurePlan(digest=DIGEST)
    shown = retention.check_is_what_was_shown
    return [
        (None, retention.check_rule, *rule()),
        (None, retention.check_rule, *rule(months=1)),
        (None, retention.check_rule, *rule(months=LONGEST_MONTHS)),
        ("vad regeln gäller", retention.check_rule, *rule(kind="finns inte")),
        ("vad regeln gäller", retention.check_rule, *rule(event="finns inte")),
        ("månader", retention.check_rule, *rule(months=0)),
        ("månader", retention.check_rule, *rule(months=LONGEST_MONTHS + 1)),
        ("vilket beslut", retention.check_rule, *rule(decision=" ")),
        ("inte har varit", retention.check_rule, *rule(decided_on=TODAY + DAY)),
        (None, retention.check_nothing_waits, None),
        ("väntar redan", retention.check_nothing_waits, plan),
        (None, shown, plan, DIGEST, DIGEST),
        ("Förhandsvisningen", shown, plan, OTHER, DIGEST),
        ("Förhandsvisningen", shown, plan, DIGEST, OTHER),
        ("Förhandsvisningen", shown, plan, OTHER, OTHER),
    ]


OF_PAIRS = [
    (None, grants.check_roles_go_together, CASE_WORKER, HEAD),
    (None, grants.check_roles_go_together, TREASURER, ADMINISTRATOR),
    ("pengar", grants.check_roles_go_together, CASE_WORKER, TREASURER),
    ("pengar", grants.check_roles_go_together, TREASURER, CASE_WORKER),
    ("ger roller", grants.check_roles_go_together, ADMINISTRATOR, CASE_WORKER),
    (True, grants.needs_two, "administrator"),
    (False, grants.needs_two, "case_worker"),
    (None, grants.check_role, "case_worker"),
    ("egen sida", grants.check_role, "participant"),
    ("finns inte", grants.check_role, "kejsare"),
    (None, grants.check_not_oneself, BO, ADMINISTERS),
    ("sig själv", grants.check_not_oneself, ALVA, ADMINISTERS),
    (None, administration.check_administers, ADMINISTERS, HOME),
    ("Bara en administratör", administration.check_administers, ADMINISTERS, AWAY),
    ("Bara en administratör", administration.check_administers, viewer("record"), HOME),
    (None, administration.check_is_there, Agency(name="Här"), TODAY),
    (None, administration.check_is_there, Agency(name="Här", ends_on=TODAY + DAY), TODAY),
    ("upphört", administration.check_is_there, Agency(name="Här", ends_on=TODAY), TODAY),
    (None, grants.check_not_prolonged, Membership(ends_on=None), TODAY),
    (None, grants.check_not_prolonged, Membership(ends_on=TODAY), TODAY),
    ("slutar redan", grants.check_not_prolonged, Membership(ends_on=TODAY), TODAY + DAY),
]


class Granting:
    """Alva leads with sight of persons at the municipality, Bo is the partner's officer."""

    def __init__(self, cast):
        self.cast, self.here = cast, cast.here
        self.alvas, self.bos, self.disas = (
            one.memberships.get() for one in (cast.alva, cast.bo, cast.disa)
        )
        self.viewer = viewer("administer", where=cast.here.pk)
        self.unit = self.alvas.unit
        self.closed = User.objects.create_user("stangd@exempel.se", name="S", is_active=False)
        self.gone = self.place(ends_on=TODAY)
        self.at_gone = self.place(Agency(name="B", ends_on=TODAY))
        self.elsewhere = self.cast.cecilia.memberships.get().unit
        self.head = self.new("f")
        self.member(self.head, "unit_head", self.unit)
        self.boss = self.member(self.cast.disa, "administrator", None)

    def place(self, agency=None, **said):
        agency = agency or Agency(name="A")
        agency.association, agency.kind = self.here, AgencyKind.MUNICIPALITY
        agency.save()
        return Unit.objects.create(agency=agency, name="E", **said)

    def member(self, user, role, unit, **said):
        return Membership.objects.create(
            user=user,
            association=self.here,
            unit=unit,
            role=role,
            **({"starts_on": JOINED} | said),
        )

    def grant(self, user=None, role="unit_head", unit="own", starts_on=TODAY):
        unit = self.unit.pk if unit == "own" else unit
        return Grant((user or self.cast.alva).pk, self.here.pk, role, unit, starts_on)

    def answers(self):
        hold = grants.check_can_hold
        day, alvas = {"on": TODAY}, self.alvas
        own = Grant(ALVA, self.here.pk, "unit_head", self.unit.pk, TODAY)
        return [
            (None, hold, self.grant(), day),
            (None, hold, self.grant(role="evaluator", unit=None), day),
            ("tidigast", hold, self.grant(starts_on=TODAY - DAY), day),
            ("egen sida", hold, self.grant(role="participant"), day),
            ("stängt", hold, self.grant(self.closed), day),
            ("Välj en enhet", hold, self.grant(unit=None), day),
            ("redan den rollen", hold, self.grant(role=alvas.role), day),
            (None, hold, self.grant(role=alvas.role, unit=self.bos.unit_id), day),
            (None, hold, self.grant(role=alvas.role), {"on": TODAY, "instead_of": alvas.pk}),
            ("pengar", hold, self.grant(role="treasurer", unit=None), day),
            (None, hold, self.grant(role="treasurer", unit=None), day | {"instead_of": alvas.pk}),
            (None, hold, self.grant(self.cast.cecilia, "treasurer", None), day),
            ("upphört", hold, self.grant(unit=self.gone.pk), day),
            ("upphört", hold, self.grant(unit=self.at_gone.pk), day),
            (Unit.DoesNotExist, hold, self.grant(unit=self.elsewhere.pk), day),
            ("Bara en", grants.check_can_grant, self.grant(), {"viewer": viewer("record")}),
            ("sig själv", grants.check_can_grant, own, {"viewer": self.viewer}),
            (None, grants.check_can_grant, self.grant(), {"viewer": self.viewer}),
            *self.of_places(),
            *self.of_the_last(),
            *self.of_taking_over(),
        ]

    def of_places(self):
        agency, end = self.unit.agency, administration.check_can_end
        self.member(self.new("e"), "unit_head", self.gone, ends_on=TODAY)
        return [
            ("2 roller", end, self.unit, TODAY),
            ("2 roller", end, agency, TODAY),
            ("1 roll", end, self.gone, TODAY - 2 * DAY),
            (None, end, self.gone, TODAY - DAY),
            (None, end, self.gone.agency, TODAY),
        ]

    def of_the_last(self):
        """At home, the others are closed, gone soon, not there yet, or of another role."""
        left = grants.check_somebody_is_left
        self.member(self.closed, "administrator", None)
        for name, said in (("a", {"ends_on": TODAY + DAY}), ("b", {"starts_on": TODAY + DAY})):
            self.member(self.new(name), "administrator", None, **said)
        away, _other = (self.away(self.new(name)) for name in "cd")
        return [
            (None, left, self.alvas, TODAY),
            ("enda administratör", left, self.boss, TODAY),
            (None, left, away, TODAY),
        ]

    def new(self, name):
        return User.objects.create_user(f"{name}@exempel.se", name=name)

    def away(self, user):
        return Membership.objects.create(
            user=user, association=self.cast.elsewhere, role="administrator", starts_on=JOINED
        )

    def of_taking_over(self):
        take = involvements.check_can_take_over
        mine, theirs = self.alvas.unit.agency_id, self.bos.unit.agency_id
        return [
            (None, take, self.cast.alva.pk, [mine], {"on": TODAY}),
            ("tar över", take, self.cast.alva.pk, [mine, theirs], {"on": TODAY}),
            ("tar över", take, self.cast.alva.pk, [mine], {"on": JOINED - timedelta(days=1)}),
            ("tar över", take, self.head.pk, [mine], {"on": TODAY}),
            ("tar över", take, self.cast.bo.pk, [mine], {"on": TODAY}),
            ("tar över", take, self.cast.disa.pk, [self.disas.unit.agency_id], {"on": TODAY}),
        ]


def of_roles(cast):
    return [*OF_TWO, *of_retention(), *OF_PAIRS, *Granting(cast).answers()]
