"""T5: days go by, and after what happens in them both walls are asked what everybody sees."""

from collections import Counter
from types import new_class

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from stegvis.core.actions import row_security
from stegvis.core.values.remembered import remembering
from stegvis.participants.models import Representative
from tests.trust.seeing_model import Agreed, Excepted, Involved, Member, Row
from tests.trust.seeing_stage import (
    ABOUT,
    AGENCIES,
    PERSONS,
    REASON,
    ROWS,
    STAFF,
    UNITS,
    Written,
)
from tests.trust.writing_asked import Tried
from tests.undone import undone

STEPS = 20


def choose(things):
    return st.sampled_from(sorted(things))


def some(things):
    return st.frozensets(choose(things))


WHEN = st.tuples(st.integers(-4, 2), st.none() | st.integers(1, 6))
PARTY = st.sampled_from(["here", "partner", "here", "partner", "far"])
USUAL = frozenset({"ordinary", "sensitive"})
OPENED = st.sampled_from([USUAL, frozenset({"ordinary"})])
NUMBER = st.integers(0, 99)
REASONS = ("case_worker", "leader", "partner", "referred")


def one_of(held, number):
    return held[number % len(held)] if held else None


class Days(RuleBasedStateMachine):
    """One step at a time; what anybody sees is looked at in between and at the end."""

    stage = None
    counted = None

    def __init__(self):
        super().__init__()
        self.block = undone()
        self.block.__enter__()
        self.written = Written(self.stage)
        self.model = self.written.model
        self.rows, self.told = dict(self.stage.rows), {}
        for user, unit in STAFF.items():
            self.written.join(Member(-9, None, user, unit))

    def teardown(self):
        try:
            for user in STAFF:
                self.look(user)
        finally:
            self.block.__exit__(None, None, None)

    def asked(self):
        self.counted["views"] += 1
        return Tried(self.stage, self.model, self.rows, self.told)

    def dated(self, when):
        starts, length = self.model.day + when[0], when[1]
        return starts, None if length is None else starts + length

    @rule(days=st.integers(1, 3))
    def days_pass(self, days):
        self.model.day += days

    @rule(
        whom=choose([*STAFF, *UNITS]),
        of=st.tuples(choose(PERSONS), PARTY),
        classes=some(ABOUT[1:]),
        when=WHEN,
        named=st.booleans(),
        rests=st.none() | NUMBER,
    )
    def involve(self, whom, of, classes, when, named, rests):
        (person, agency), is_user = of, whom in STAFF
        given = [one for one in self.model.agreed if one.person == person]
        one = Involved(
            *self.dated(when),
            person=person,
            user=whom if is_user else None,
            unit=None if is_user else whom,
            agency=agency,
            classes=classes,
            reason=REASONS[len(self.model.involved) % len(REASONS)],
            named=named and is_user,
            consent=None if rests is None else one_of(given, rests),
        )
        self.written.involve(one)

    @rule(user=choose(["alva", "bo"]), person=choose(PERSONS), named=st.booleans())
    def works_with(self, user, person, named):
        """What is usual, so that what is rare is not all there is."""
        self.involve(user, (person, UNITS[STAFF[user]]), USUAL, (-3, None), named, None)

    @rule(number=NUMBER)
    def end_involvement(self, number):
        one = one_of(self.model.involved, number)
        if one:
            self.written.end(one, one.starts + 1)

    @rule(
        person=choose(PERSONS),
        sender=PARTY,
        recipients=st.frozensets(PARTY, min_size=1),
        purpose=st.sampled_from(["team", "team", "team", "statistics", "forward", "person_data"]),
        classes=OPENED,
        when=WHEN,
    )
    def agree(self, person, sender, recipients, purpose, classes, when):
        one = Agreed(*self.dated(when), person, sender, recipients, purpose, classes)
        self.written.agree(one)

    @rule(person=choose(PERSONS), classes=OPENED)
    def work_together(self, person, classes):
        """The partner is let in as is usual: what shuts it again then has something to shut."""
        self.works_with("bo", person, named=False)
        self.agree(person, "here", frozenset({"partner"}), "team", classes, (-3, None))

    @rule(number=NUMBER)
    def withdraw(self, number):
        one = one_of(self.model.agreed, number)
        if one:
            self.written.withdraw(one)

    @rule(
        person=choose(PERSONS),
        owner=st.none() | PARTY,
        against=st.none() | choose([*AGENCIES, *STAFF]),
        classes=some(USUAL),
        when=WHEN,
    )
    def shut(self, person, owner, against, classes, when):
        agency, user = (None, against) if against in STAFF else (against, None)
        self.written.shut(Excepted(*self.dated(when), person, owner, agency, user, classes))

    @rule(
        number=NUMBER, user=st.none() | choose(STAFF), person=st.none() | choose(PERSONS), when=WHEN
    )
    def shut_out(self, number, user, person, when):
        """Somebody who is involved; or another instead, or from another person."""
        one = one_of([one for one in self.model.involved if one.user], number)
        if one:
            whom, of = user or one.user, person or one.person
            self.written.shut(Excepted(*self.dated(when), of, None, None, whom, frozenset()))

    @rule(number=NUMBER)
    def open_again(self, number):
        one = one_of(self.model.excepted, number)
        if one:
            self.written.end(one, one.starts + 1)

    @rule(person=choose(PERSONS), protection=st.sampled_from(["none", "marked", "registered"]))
    def protect(self, person, protection):
        self.written.protect(person, protection)

    @rule(user=choose(STAFF), unit=choose(UNITS))
    def move(self, user, unit):
        for one in self.model.members:
            if one.user == user and one.holds(self.model.day):
                self.written.end(one, one.starts)
        self.written.join(Member(self.model.day, None, user, unit))

    @rule(user=choose(STAFF), is_active=st.booleans())
    def shut_account(self, user, is_active):
        self.written.shut_account(user, is_active=is_active)

    @rule(person=choose(PERSONS), owner=PARTY, recipient=st.none() | PARTY, about=choose(ABOUT))
    def disclose(self, person, owner, recipient, about):
        row = Row(person, owner, about, recipient or "outside")
        if row not in self.told:
            self.told[row] = self.stage.disclosed(row)

    @rule(number=NUMBER)
    def weed(self, number):
        """What is kept no longer is not seen by anybody."""
        if len(self.rows) > len(ROWS) // 2:
            row = one_of(sorted(self.rows, key=str), number)
            with row_security.unscoped(reason=REASON):
                held = Representative.objects.unscoped(reason=REASON)
                held.filter(pk=self.rows.pop(row)).delete()

    @rule(user=choose(STAFF))
    def look(self, user):
        asked = self.asked()
        asked.check(user)
        with remembering():
            asked.check_one_by_one(user)

    @rule(user=choose(STAFF), row=st.sampled_from(ROWS))
    def write(self, user, row):
        asked = self.asked()
        asked.look_as(user)
        asked.check_write(user, row)
        asked.check_write_of_person(user, row.person)

    @rule(user=choose(STAFF), number=NUMBER)
    def write_what_is_told(self, user, number):
        row = one_of(list(self.told), number)
        if row:
            asked = self.asked()
            asked.look_as(user)
            asked.check_write(user, row)


def compared(stage, runs, *, shrink=True):
    """How many views were compared in so many runs; the first that diverges is raised."""
    counted = Counter()
    days = new_class(
        "DaysOnStage", (Days,), exec_body=lambda made: made.update(stage=stage, counted=counted)
    )
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    chosen = settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    run_state_machine_as_test(days, settings=chosen)
    return counted["views"]
